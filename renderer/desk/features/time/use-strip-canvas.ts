import { useEffect, useState } from 'react';
import { drawStrip } from './draw-strip.ts';

interface Drawn {
  readonly values: Int32Array;
  readonly bin: number | 'total';
  readonly hovered: number | undefined;
  readonly dayStarts: readonly number[];
}

/** Keeps a canvas as wide as its box and draws on it whenever something it shows changes, the theme included. */
export function useStripCanvas({ values, bin, hovered, dayStarts }: Drawn): {
  readonly width: number;
  readonly drawn: (canvas: HTMLCanvasElement | null) => void;
} {
  const [canvas, drawn] = useState<HTMLCanvasElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = canvas?.parentElement;
    if (box === null || box === undefined) return undefined;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [canvas]);
  useEffect(() => {
    if (canvas === null || width === 0) return undefined;
    const draw = (): void =>
      drawStrip(canvas, values, { width, height: canvas.clientHeight, bin, hovered, dayStarts });
    draw();
    const observer = new MutationObserver(draw);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [canvas, width, values, bin, hovered, dayStarts]);
  return { width, drawn };
}
