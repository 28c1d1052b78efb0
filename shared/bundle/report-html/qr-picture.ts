import { element, shape, type Html } from './html.ts';
import { qrCode } from './qr-code.ts';

/** `digest`, 64 hexadecimal digits, as a QR code with its quiet zone of four modules. */
export function qrPicture(digest: string, alt: string): Html {
  const modules = qrCode(digest);
  const side = modules.length + 8;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])),
  );
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
