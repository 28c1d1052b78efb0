import { describe, expect, it } from 'vitest';
import { qrCode, type QrModules } from '../../../../shared/bundle/report-html/qr-code.ts';

const side = 37;
const digest = '00e1f2a3b4c5d6978877665544332211ffeeddccbbaa99887766554433221100';

/** Exponents and logarithms of 2 in GF(256) by the polynomial 0x11d: another way to multiply than the encoder's. */
const powers: number[] = [];
for (let i = 0, value = 1; i < 255; i += 1) {
  powers.push(value);
  value = value * 2 > 255 ? (value * 2) ^ 0x11d : value * 2;
}
function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return powers[(powers.indexOf(a) + powers.indexOf(b)) % 255] ?? 0;
}

/** Whether a module of version 5 belongs to a pattern or the format, drawn as ISO/IEC 18004 shows them. */
function isReserved(x: number, y: number): boolean {
  const squares: readonly (readonly [number, number, number, number])[] = [
    [0, 8, 0, 8],
    [29, 36, 0, 8],
    [0, 8, 29, 36],
    [28, 32, 28, 32],
    [6, 6, 0, 36],
    [0, 36, 6, 6],
  ];
  return squares.some(([left, right, top, bottom]) => x >= left && x <= right && y >= top && y <= bottom);
}

/** The codewords of a code with mask 0, in the order they lie in. */
function codewordsOf(modules: QrModules): readonly number[] {
  const bits: number[] = [];
  const columns = [...Array(18).keys()].map((i) => (i < 15 ? 36 - 2 * i : 35 - 2 * i));
  columns.forEach((right, i) => {
    for (let step = 0; step < side; step += 1) {
      const y = i % 2 === 0 ? side - 1 - step : step;
      for (const x of [right, right - 1])
        if (!isReserved(x, y)) bits.push(modules[y]?.[x] === ((x + y) % 2 !== 0) ? 1 : 0);
    }
  });
  return Array.from({ length: 134 }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  );
}

const modules = qrCode(digest);

function dark(x: number, y: number): number {
  return modules[y]?.[x] === true ? 1 : 0;
}

describe('a QR code of a digest', () => {
  const words = codewordsOf(modules);
  const blocks = [0, 1].map((block) => [
    ...Array.from({ length: 43 }, (_, i) => words[2 * i + block] ?? 0),
    ...Array.from({ length: 24 }, (_, i) => words[86 + 2 * i + block] ?? 0),
  ]);

  it('carries the digest, behind mode and length', () => {
    const bits = blocks
      .flatMap((block) => block.slice(0, 43))
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    expect(bits.slice(0, 12)).toBe('010001000000');
    const bytes = [...Array(64).keys()].map((i) => Number.parseInt(bits.slice(12 + 8 * i, 20 + 8 * i), 2));
    expect(String.fromCharCode(...bytes)).toBe(digest);
  });

  it('has blocks that are multiples of the generator: each of its 24 roots makes them zero', () => {
    for (const block of blocks)
      for (let root = 0; root < 24; root += 1)
        expect(block.reduce((sum, byte) => times(sum, powers[root] ?? 0) ^ byte, 0)).toBe(0);
  });

  it('says level M and mask 0 twice, and is framed by its patterns', () => {
    const first =
      [0, 1, 2, 3, 4, 5, 7, 8].map((x) => dark(x, 8)).join('') +
      [7, 5, 4, 3, 2, 1, 0].map((y) => dark(8, y)).join('');
    const second =
      [36, 35, 34, 33, 32, 31, 30].map((y) => dark(8, y)).join('') +
      [29, 30, 31, 32, 33, 34, 35, 36].map((x) => dark(x, 8)).join('');
    expect([first, second]).toEqual(['101010000010010', '101010000010010']);
    expect([...Array(7).keys()].map((x) => dark(x, 0)).join('')).toBe('1111111');
    expect([...Array(13).keys()].map((i) => dark(8 + i, 6)).join('')).toBe('1010101010101');
    expect([28, 29, 30, 31, 32].map((x) => dark(x, 30)).join('')).toBe('10101');
  });

  it('refuses what does not fit', () => {
    expect(() => qrCode('')).toThrow('1 to 84');
    expect(() => qrCode('x'.repeat(85))).toThrow('1 to 84');
    expect(qrCode('x'.repeat(84))).toHaveLength(side);
  });
});
