import { utf8 } from '../../base/bytes.ts';

/** Version 5 of level M (ISO/IEC 18004): 37 modules a side, two blocks of 43 bytes of data and 24 of correction each. */
const side = 37;
const dataBytes = 43;
const correctionBytes = 24;
const alignmentCentre = 30;
/** Level M with mask 0, protected by its BCH code and masked (ISO/IEC 18004, table C.1). */
const format = 0b101010000010010;

/** Modules row by row, `true` for dark. */
export type QrModules = readonly (readonly boolean[])[];

/** A QR code of a text of 1 to 84 bytes in UTF-8. Throws for another length, which no digest has. */
export function qrCode(text: string): QrModules {
  const bytes = utf8(text);
  if (bytes.length === 0 || bytes.length > 2 * dataBytes - 2)
    throw new Error('a QR code of this size holds 1 to 84 bytes');
  const { modules, isFixed } = frame();
  place(modules, isFixed, codewords(bytes));
  return modules;
}

interface Grid {
  readonly modules: boolean[][];
  readonly isFixed: boolean[][];
}

/** Finder, timing and alignment patterns, the dark module and the format, and which modules they take. */
function frame(): Grid {
  const modules = square();
  const isFixed = square();
  const set = (x: number, y: number, isDark: boolean): void => {
    const [row, fixed] = [modules[y], isFixed[y]];
    if (row === undefined || fixed === undefined || x < 0 || x >= side) return;
    row[x] = isDark;
    fixed[x] = true;
  };
  for (let i = 0; i < side; i += 1) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  const rings = (x: number, y: number, radius: number, isDark: (ring: number) => boolean): void => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1)
        set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  rings(alignmentCentre, alignmentCentre, 2, (ring) => ring !== 1);
  setFormat(set);
  return { modules, isFixed };
}

function formatBit(i: number): boolean {
  return ((format >> i) & 1) === 1;
}

function setFormat(set: (x: number, y: number, isDark: boolean) => void): void {
  for (let i = 0; i < 6; i += 1) set(8, i, formatBit(i));
  set(8, 7, formatBit(6));
  set(8, 8, formatBit(7));
  set(7, 8, formatBit(8));
  for (let i = 9; i < 15; i += 1) set(14 - i, 8, formatBit(i));
  for (let i = 0; i < 8; i += 1) set(side - 1 - i, 8, formatBit(i));
  for (let i = 8; i < 15; i += 1) set(8, side - 15 + i, formatBit(i));
  set(8, side - 8, true);
}

/** Mode, length, data and padding, in two blocks, each with its correction, interleaved. */
function codewords(bytes: Uint8Array): readonly number[] {
  const bits = [0, 1, 0, 0, ...bitsOf(bytes.length), ...[...bytes].flatMap(bitsOf), 0, 0, 0, 0];
  const data = Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  );
  for (let pad = 0; data.length < 2 * dataBytes; pad += 1) data.push(pad % 2 === 0 ? 0xec : 0x11);
  const blocks = [data.slice(0, dataBytes), data.slice(dataBytes)];
  const corrections = blocks.map(correctionOf);
  return [...interleaved(blocks, dataBytes), ...interleaved(corrections, correctionBytes)];
}

function interleaved(lists: readonly (readonly number[])[], length: number): readonly number[] {
  return Array.from({ length }, (_, i) => lists.map((list) => list[i] ?? 0)).flat();
}

function bitsOf(byte: number): readonly number[] {
  return Array.from({ length: 8 }, (_, i) => (byte >> (7 - i)) & 1);
}

/** The remainder of a block by the generator polynomial: Reed-Solomon over GF(256). */
function correctionOf(block: readonly number[]): readonly number[] {
  const generator = generatorOf(correctionBytes);
  let rest: readonly number[] = Array.from({ length: correctionBytes }, () => 0);
  for (const byte of block) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = generator.map((one, i) => (rest[i + 1] ?? 0) ^ times(one, factor));
  }
  return rest;
}

/** Coefficients of the product of (x - 2^i) for i below `degree`, the leading 1 left out. */
function generatorOf(degree: number): readonly number[] {
  let polynomial: readonly number[] = [1];
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    const before = polynomial;
    const factor = root;
    polynomial = Array.from(
      { length: before.length + 1 },
      (_, at) => (before[at] ?? 0) ^ times(before[at - 1] ?? 0, factor),
    );
    root = times(root, 2);
  }
  return polynomial.slice(1);
}

/** Product in GF(256) with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> i) & 1) * a;
  }
  return product;
}

/** Writes the codewords in columns of two, upwards and downwards in turn, and masks them by mask 0. */
function place(
  modules: boolean[][],
  isFixed: readonly (readonly boolean[])[],
  words: readonly number[],
): void {
  const bits = words.flatMap(bitsOf);
  let at = 0;
  for (let right = side - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const y = ((right + 1) & 2) === 0 ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = modules[y];
        if (row === undefined || isFixed[y]?.[x] === true) continue;
        row[x] = (bits[at] === 1) !== ((x + y) % 2 === 0);
        at += 1;
      }
    }
  }
}

function square(): boolean[][] {
  return Array.from({ length: side }, () => Array.from({ length: side }, () => false));
}
