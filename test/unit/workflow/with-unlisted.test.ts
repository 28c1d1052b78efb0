import { expect, it } from 'vitest';
import { indexed } from '../../../shared/products/indexed-table.ts';
import type { ProtectedTable } from '../../../shared/workflow/protected-table.ts';
import { publishedEmpty, withUnlisted } from '../../../shared/workflow/with-unlisted.ts';
import { smallCounted } from '../../support/small-counted.ts';

const counted = smallCounted([50, 0, 7, 0, 40, 0, 0, 0, 0, 0, 0, 12]);
const persons = Int32Array.of(53, 9, 31, 2, 33);
const listed = { ...counted.table, at: Float64Array.of(0, 1, 4, 5, 8), persons, contributors: persons };
const released: ProtectedTable = {
  counted: { ...counted, table: indexed(listed) },
  fates: Uint8Array.of(0, 1, 0, 1, 0),
  figures: Int32Array.of(50, -1, 30, -1, 30),
  raw: Int32Array.of(50, 0, 40, 0, 0),
};

it('counts groups that a noisy table does not list among the hidden ones, with their raw persons', () => {
  const told = withUnlisted(released, counted);
  expect([...told.counted.table.at]).toEqual([0, 2, 4, 11]);
  expect([...(told.raw ?? [])]).toEqual([50, 7, 40, 12]);
  expect([...told.fates]).toEqual([0, 1, 0, 1]);
  expect([...told.figures]).toEqual([50, -1, 30, -1]);
});

it('tells groups apart in which only noise is published', () => {
  expect(publishedEmpty(released.fates, withUnlisted(released, counted).fates)).toBe(1);
});
