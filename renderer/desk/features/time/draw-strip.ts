import { barColumns } from './bar-columns.ts';

interface StripLook {
  readonly width: number;
  readonly height: number;
  readonly bin: number | 'total';
  readonly hovered: number | undefined;
  readonly dayStarts: readonly number[];
}

/** Draws the bars of the strip with the tokens of the theme; sharp on dense screens. */
export function drawStrip(canvas: HTMLCanvasElement, values: Int32Array, look: StripLook): void {
  const { width, height, bin } = look;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  context.scale(ratio, ratio);
  context.fillStyle = token('--line');
  for (const start of look.dayStarts)
    context.fillRect(Math.round((start / values.length) * width), 0, 1, height);
  context.fillRect(0, height - 1, width, 1);
  const columns = barColumns(values, width);
  const most = columns.reduce((top, column) => Math.max(top, column.value), 1);
  const step = width / Math.max(1, columns.length);
  const gap = step > 3 ? 1 : 0;
  columns.forEach((column, i) => {
    const holds = (at: number | 'total' | undefined): boolean =>
      typeof at === 'number' && at >= column.from && at < column.to;
    const tall = column.value === 0 ? 0 : Math.max(1, (column.value / most) * (height - 3));
    if (holds(bin)) {
      context.fillStyle = token('--accent');
      context.fillRect(i * step, 0, Math.max(2, step - gap), height);
      return;
    }
    const plain = bin === 'total' ? token('--mark') : token('--mark-quiet');
    context.fillStyle = holds(look.hovered) ? token('--line-strong') : plain;
    context.fillRect(i * step, height - tall, Math.max(1, step - gap), tall);
  });
}
