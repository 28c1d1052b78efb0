import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashUnderKey, tieUnderKey } from '../../shared/plan/hash-key.ts';
import { literal, sql } from '../../shared/sql/fragment.ts';
import { nativeDuckDb, type NativeDuckDb } from '../support/native-duckdb.ts';

const key = '89abcdef01234567fedcba9876543210';
const other = '0123456789abcdef0123456789abcdef';
const texts = ['', 'a', '001-01-11357-1', 'f9b43e1dfdf0cb98', 'ä'.repeat(40)];

let native: NativeDuckDb;
beforeAll(async () => {
  native = await nativeDuckDb();
});
afterAll(() => native.close());

const hashOf = async (text: string, under: string): Promise<bigint> => {
  const [row] = await native.rows(sql`SELECT ${hashUnderKey(literal(text), under)}`);
  return row?.[0] as bigint;
};

const upper = (hash: bigint): number => Number(BigInt.asIntN(32, hash >> 32n));

it.each(texts)('makes another number of %j under another key, and the same tie', async (text) => {
  const [[plain] = []] = await native.rows(sql`SELECT hash(${literal(text)})`);
  const [one, two] = [await hashOf(text, key), await hashOf(text, other)];
  expect(new Set([plain, one, two]).size).toBe(3);
  const tie = Number(BigInt.asUintN(64, plain as bigint) >> 32n) - 2 ** 31;
  expect(tieUnderKey(key)(upper(one))).toBe(tie);
  expect(tieUnderKey(other)(upper(two))).toBe(tie);
});

it.each(['', key.slice(1), key.toUpperCase(), `${key}0`, "k'ey"])('takes %j for no key', (bad) => {
  expect(() => hashUnderKey(literal('a'), bad)).toThrow('32 hexadecimal digits');
  expect(() => tieUnderKey(bad)).toThrow('32 hexadecimal digits');
});
