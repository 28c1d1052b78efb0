import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addKey, emptyKeys, type Keys } from '../../../../shared/base/keys.ts';
import { draw, drawBelow, stream } from '../../../../shared/demo/random.ts';
import { noiseTable, noiseVariants } from '../../../../shared/protect/cell-key/noise-table.ts';
import { noiseAt, noiseIntervals, perturbed } from '../../../../shared/protect/cell-key/perturb.ts';
import { drawNoiseSecret, recordKeys } from '../../../../shared/protect/cell-key/record-keys.ts';

const secret = Uint8Array.from({ length: 32 }, (_, i) => 7 * i + 1);
const whole = (keys: Keys, i: number): bigint =>
  (BigInt(keys.high[i] ?? 0) << 32n) | BigInt(keys.low[i] ?? 0);
const chance = stream(11, 0, 1);

/** Sums of the keys of `person[i]` by `group[i]`. */
function cellKeys(records: Keys, group: Int32Array, person: Int32Array, groups: number): Keys {
  const sums = emptyKeys(groups);
  group.forEach((at, i) => addKey(sums, at, records, person[i] ?? 0));
  return sums;
}

describe('record keys', () => {
  it('are the quarters of HMAC-SHA-256 over the block number', () => {
    const keys = recordKeys(secret, 10);
    for (let person = 0; person < 10; person++) {
      const message = Buffer.alloc(8);
      message.writeBigUInt64BE(BigInt(Math.floor(person / 4)));
      const digest = createHmac('sha256', secret).update(message).digest();
      expect(whole(keys, person)).toBe(digest.readBigUInt64BE(8 * (person % 4)));
    }
  });

  it('are others under another secret, and all differ', () => {
    const one = recordKeys(secret, 1000);
    const other = recordKeys(
      secret.map((byte) => byte ^ 1),
      1000,
    );
    const seen = new Set<bigint>();
    for (let i = 0; i < 1000; i++) seen.add(whole(one, i)).add(whole(other, i));
    expect(seen.size).toBe(2000);
  });

  it('come from 32 bytes of the random source, taken once', () => {
    const taken: number[] = [];
    const source = {
      take: (count: number) => {
        taken.push(count);
        return new Uint8Array(count).fill(9);
      },
    };
    expect(drawNoiseSecret(source)).toEqual(new Uint8Array(32).fill(9));
    expect(taken).toEqual([32]);
  });
});

describe('cell keys', () => {
  it('are sums of record keys modulo 2^64, whatever the order', () => {
    const records = recordKeys(secret, 500);
    const rows = 20_000;
    const group = Int32Array.from({ length: rows }, (_, i) => drawBelow(chance, 2 * i, 40));
    const person = Int32Array.from({ length: rows }, (_, i) => drawBelow(chance, 2 * i + 1, 500));
    const expected = Array.from({ length: 40 }, () => 0n);
    group.forEach((at, i) => {
      expected[at] = ((expected[at] ?? 0n) + whole(records, person[i] ?? 0)) % 2n ** 64n;
    });
    const forth = cellKeys(records, group, person, 40);
    const back = cellKeys(records, group.toReversed(), person.toReversed(), 40);
    expected.forEach((key, at) => {
      expect(whole(forth, at)).toBe(key);
      expect(whole(back, at)).toBe(key);
    });
  });

  it('carry into the upper half and wrap at 2^64', () => {
    const full = { high: Uint32Array.of(0xffff_ffff), low: Uint32Array.of(0xffff_ffff) };
    const sums = emptyKeys(1);
    addKey(sums, 0, full, 0);
    addKey(sums, 0, full, 0);
    expect(whole(sums, 0)).toBe(2n ** 64n - 2n);
  });

  it('of a total are the sums over its parts', () => {
    const records = recordKeys(secret, 90);
    const people = Int32Array.from({ length: 90 }, (_, i) => i);
    const parts = cellKeys(
      records,
      people.map((p) => p % 3),
      people,
      3,
    );
    const total = emptyKeys(1);
    for (const part of [0, 1, 2]) addKey(total, 0, parts, part);
    expect(whole(total, 0)).toBe(whole(cellKeys(records, new Int32Array(90), people, 1), 0));
  });
});

describe('noise', () => {
  const intervals = noiseIntervals(noiseTable(noiseVariants.essI));

  it('is the same for the same set of persons in two tables', () => {
    const records = recordKeys(secret, 3000);
    const people = Int32Array.from({ length: 3000 }, (_, i) => i);
    const first = cellKeys(
      records,
      people.map((p) => p % 100),
      people,
      100,
    );
    const other = cellKeys(records, people.map((p) => 99 - (p % 100)).toReversed(), people.toReversed(), 100);
    const counts = new Int32Array(100).fill(30);
    const one = perturbed(intervals, counts, first);
    const two = perturbed(intervals, counts, other);
    expect([...one]).toEqual([...two].toReversed());
    expect(new Set(one).size).toBeGreaterThan(4);
  });

  it('is the deviation whose interval holds the key, by a plain walk', () => {
    const table = noiseTable(noiseVariants.essII);
    const cut = noiseIntervals(table);
    for (let i = 0; i < 4000; i++) {
      const key = draw(chance, i);
      const count = drawBelow(chance, 9000 + i, 14);
      let left = key / 2 ** 32;
      const row = count === 0 ? undefined : table.rows[Math.min(count, table.rows.length) - 1];
      const at = row?.probabilities.findIndex((p) => (left -= p) < 0) ?? -1;
      expect(noiseAt(cut, count, key)).toBe(row === undefined ? 0 : row.deviations[at]);
    }
  });

  it('keeps 0 at 0 and reaches both ends of a row', () => {
    expect(noiseAt(intervals, 0, 0)).toBe(0);
    expect(noiseAt(intervals, 1000, 0)).toBe(-4);
    expect(noiseAt(intervals, 1000, 0xffff_ffff)).toBe(4);
    expect(noiseAt(intervals, 1, 0)).toBe(-1);
    expect(() => noiseAt(intervals, 1, 2 ** 32)).toThrow(/32 bits/);
  });

  it('has the frequencies of its row', () => {
    const draws = 40_000;
    const keys = recordKeys(secret, draws);
    const figures = perturbed(intervals, new Int32Array(draws).fill(7), keys);
    const row = noiseTable(noiseVariants.essI).rows.at(-1);
    // Each frequency is binomial: five standard deviations are passed by chance less than once in a million.
    row?.deviations.forEach((v, i) => {
      const p = row.probabilities[i] ?? 0;
      const seen = figures.reduce((n, figure) => n + (figure === 7 + v ? 1 : 0), 0);
      expect(Math.abs(seen - p * draws)).toBeLessThan(5 * Math.sqrt(draws * p * (1 - p)));
    });
  });
});
