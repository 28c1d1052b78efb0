import { useState } from 'react';
import { minimumAtPosition } from './threshold-position.ts';

export interface ThresholdDrag {
  readonly lows: readonly number[];
  readonly minimum: number;
  readonly floor: number;
  /** The element the axis spans. */
  readonly plot: HTMLElement | null;
  readonly onThreshold: (minimum: number, phase: 'drag' | 'commit') => void;
}

/** Dragging the threshold: it follows the pointer at once, whole persons at a time, and never waits for an answer. */
export function useThresholdDrag({ lows, minimum, floor, plot, onThreshold }: ThresholdDrag) {
  const [dragged, setDragged] = useState<number>();
  const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    setDragged(minimum);
  };
  const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
    if (dragged === undefined || plot === null) return;
    const box = plot.getBoundingClientRect();
    const position = ((event.clientX - box.left) / box.width) * lows.length;
    const next = minimumAtPosition(lows, position, floor);
    if (next === dragged) return;
    setDragged(next);
    onThreshold(next, 'drag');
  };
  const drop = (): void => {
    if (dragged === undefined) return;
    setDragged(undefined);
    onThreshold(dragged, 'commit');
  };
  return { dragged, handlers: { onPointerDown, onPointerMove, onPointerUp: drop, onPointerCancel: drop } };
}
