import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bernoulli, bernoulliExp } from '../../../../shared/protect/differential-privacy/bernoulli.ts';
import { ByteStream } from '../../../../shared/protect/differential-privacy/byte-stream.ts';
import { discreteGaussian } from '../../../../shared/protect/differential-privacy/discrete-gaussian.ts';
import { discreteLaplace } from '../../../../shared/protect/differential-privacy/discrete-laplace.ts';
import { rational } from '../../../../shared/protect/differential-privacy/rational.ts';
import { uniformInteger } from '../../../../shared/protect/differential-privacy/uniform-integer.ts';
import { knownBytes } from '../../../support/known-bytes.ts';

const folder = new URL('../../../../shared/protect/differential-privacy/', import.meta.url);
const ownFiles = [
  'byte-stream.ts',
  'uniform-integer.ts',
  'bernoulli.ts',
  'discrete-laplace.ts',
  'discrete-gaussian.ts',
  'rational.ts',
];

/** The code of a file without comments, and the files beside it that it imports. */
function codeOf(file: string): { readonly code: string; readonly imports: readonly string[] } {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return { code, imports: [...code.matchAll(/from '\.\/([^']+)'/g)].map((match) => match[1] ?? '') };
}

/** The first twelve draws of sigma^2 = 240 from a known stream. */
function draws(seed: number): readonly bigint[] {
  const draw = discreteGaussian(rational(240n), new ByteStream(knownBytes(seed)));
  return Array.from({ length: 12 }, () => draw());
}

/** Bytes at will; bytes after the last are 0. */
function given(...first: readonly number[]): ByteStream {
  return new ByteStream({
    take: (count) => {
      const bytes = new Uint8Array(count);
      bytes.set(first);
      return bytes;
    },
  });
}

describe('the code that draws noise', () => {
  it('is closed: its files import only each other and the port of random bytes', () => {
    for (const file of ownFiles) {
      for (const imported of codeOf(file).imports) expect(ownFiles).toContain(imported);
      expect([...codeOf(file).code.matchAll(/from '\.\.[^']*'/g)].map(String)).toEqual(
        file === 'byte-stream.ts' ? ["from '../../ports/random-bytes.ts'"] : [],
      );
    }
  });

  it('knows no floating point: no Math, no fraction written out, no conversion to a number, no float array', () => {
    for (const file of ownFiles) {
      const { code } = codeOf(file);
      for (const banned of [
        /\bMath\b/,
        /\d\.\d/,
        /\de-?\d/i,
        /\bNumber\b/,
        /parseFloat/,
        /Float(32|64)/,
        /\bDate\b/,
      ]) {
        expect([file, banned.exec(code)?.[0]]).toEqual([file, undefined]);
      }
    }
  });

  it('computes in big integers: plain numbers only count bytes and decimal places', () => {
    for (const file of ownFiles.filter((one) => one !== 'rational.ts')) {
      const plain = [...codeOf(file).code.matchAll(/(?<![\w#.])\d+(?![\dn])/g)].map(String);
      const allowed = {
        'byte-stream.ts': ['4096', '0', '0', '0', '0', '0'],
        'uniform-integer.ts': ['0', '0'],
      };
      expect([file, plain]).toEqual([
        file,
        Object.entries(allowed).find(([name]) => name === file)?.[1] ?? [],
      ]);
    }
  });
});

describe('the steps of a draw', () => {
  it('take each uniform value equally often', () => {
    for (const below of [1n, 2n, 3n, 5n, 100n, 200n, 255n, 256n]) {
      const seen = new Map<bigint, number>();
      for (let byte = 0; byte < 256; byte++) {
        if (BigInt(byte) >= 256n - (256n % below)) continue;
        const value = uniformInteger(given(byte), below)();
        seen.set(value, (seen.get(value) ?? 0) + 1);
      }
      expect(seen.size).toBe(Number(below));
      expect([...new Set(seen.values())]).toEqual([Number(256n / below)]);
    }
    expect(uniformInteger(given(255, 7), 100n)()).toBe(7n);
    expect(uniformInteger(given(1, 2, 3), 1n << 20n)()).toBe(0x01_0203n);
    expect(() => uniformInteger(given(), 0n)).toThrow('at least one');
  });

  it('are true for exactly the share of all byte pairs that a fraction asks for', () => {
    for (const [numerator, denominator] of [
      [1n, 3n],
      [2n, 3n],
      [1n, 256n],
      [255n, 256n],
      [12_345n, 65_536n],
      [7n, 1_000_003n],
    ] as const) {
      let count = 0;
      for (let pair = 0; pair < 65_536; pair++) {
        if (bernoulli(given(pair >> 8, pair & 255, 255, 255, 255), numerator, denominator)) count++;
      }
      expect(BigInt(count)).toBe((65_536n * numerator) / denominator);
    }
    expect(bernoulli(given(), 0n, 5n)).toBe(false);
    expect(bernoulli(given(255, 255), 5n, 5n)).toBe(true);
  });

  it('follow exp on a known byte stream', () => {
    const bytes = new ByteStream(knownBytes(1));
    for (const [numerator, denominator] of [
      [0n, 1n],
      [1n, 7n],
      [1n, 1n],
      [5n, 2n],
    ] as const) {
      let hits = 0;
      for (let i = 0; i < 100_000; i++) if (bernoulliExp(bytes, numerator, denominator)) hits++;
      const p = Math.exp(-Number(numerator) / Number(denominator));
      // Four standard deviations of a share of 100,000 draws; the bytes are fixed, so this cannot fail by chance.
      expect(Math.abs(hits / 100_000 - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / 100_000));
    }
  });

  it('give the same draws for the same bytes, and other draws for others', () => {
    expect(draws(3)).toEqual(draws(3));
    expect(draws(3)).not.toEqual(draws(4));
    expect(draws(3)).toEqual(pinned);
  });

  it('refuse noise of no size, and a source that runs dry', () => {
    expect(() => discreteGaussian(rational(0n), given())).toThrow('positive');
    expect(() => discreteLaplace(rational(-1n), given())).toThrow('positive');
    expect(() => new ByteStream({ take: () => new Uint8Array(3) }).next()).toThrow('fewer bytes');
  });
});

/** The draws from stream 3; they may never change, on any machine. */
const pinned: readonly bigint[] = [1n, -11n, 16n, 14n, 15n, -1n, -6n, 5n, 19n, 15n, 14n, -26n];
