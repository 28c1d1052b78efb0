import { element, shape, type Html } from './html.ts';
import { qrCode } from './qr-code.ts';

/** `digest`, 64 hexadecimal digits, as a QR code with its quiet zone of four modules. */
export function qrPicture(digest: string, alt: string): Html {
  const modules = qrCode(digest);
  const side = modules.length + 8;
  const dark = modules.flatMap((row, y) => runsOf(row).map(([x, n]) => `M${x + 4} ${y + 4}h${n}v1h-${n}z`));
  return element(
    'figure',
    { class: 'code' },
    element(
      'svg',
      { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': alt },
      shape('rect', { width: side, height: side, fill: '#fff' }),
      shape('path', { d: dark.join(''), fill: '#000' }),
    ),
  );
}

/** Where dark modules of a row begin, and how many stand side by side. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const starts = row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    return [x, (end === -1 ? row.length : end) - x];
  });
}
