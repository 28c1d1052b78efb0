import { useState } from 'react';
import { barAt, barRange, drawnRange, type BarRange } from './bar-range.ts';

interface Brush {
  readonly count: number;
  readonly brush: BarRange | undefined;
  readonly onBrush: (range: BarRange | undefined) => void;
}

/**
 * Choosing bars by pointer or keyboard. `active` is the bar under either. Where the pointer is let go counts, whether or not the way there
 * was drawn yet.
 */
export function useBarBrush({ count, brush, onBrush }: Brush) {
  const [active, setActive] = useState<number>();
  const [anchor, setAnchor] = useState<number>();
  const [drawing, setDrawing] = useState<BarRange>();
  const barOf = (event: React.PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return barAt(event.clientX - box.left, box.width, count);
  };

  const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bar = barOf(event);
    setAnchor(bar);
    setDrawing({ from: bar, to: bar });
  };
  const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
    const bar = barOf(event);
    setActive(bar);
    if (drawing !== undefined) setDrawing(barRange(anchor ?? bar, bar, count));
  };
  const onPointerUp = (event: React.PointerEvent<HTMLElement>): void => {
    if (drawing === undefined) return;
    setDrawing(undefined);
    const bar = barOf(event);
    onBrush(drawnRange(anchor ?? bar, bar, count, brush));
  };
  const move = (to: number, extend: boolean): void => {
    const next = Math.min(count - 1, Math.max(0, to));
    setActive(next);
    if (!extend) return setAnchor(next);
    const from = anchor ?? active ?? next;
    setAnchor(from);
    return onBrush(barRange(from, next, count));
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = active ?? 0;
    const targets: Readonly<Record<string, number | undefined>> = {
      ArrowRight: active === undefined ? 0 : at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: count - 1,
    };
    const to = targets[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === 'Escape') onBrush(undefined);
    else if (event.key === 'Enter' || event.key === ' ') onBrush({ from: at, to: at });
    else return;
    event.preventDefault();
  };
  const onPointerLeave = (): void => setActive(undefined);
  return {
    active,
    shown: drawing ?? brush,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onKeyDown },
  };
}
