import { expect, it } from 'vitest';
import { indexed } from '../../../shared/products/indexed-table.ts';
import { withUnlisted } from '../../../shared/workflow/with-unlisted.ts';
import type { ProtectedTable } from '../../../shared/workflow/protected-table.ts';
import { smallCounted } from '../../support/small-counted.ts';

it('counts groups that a noisy table does not list among the hidden ones, with their raw persons', () => {
  const counted = smallCounted([50, 0, 7, 0, 40, 0, 0, 0, 0, 0, 0, 12]);
  const persons = Int32Array.of(53, 9, 31);
  const listed = { ...counted.table, at: Float64Array.of(0, 1, 4), persons, contributors: persons };
  const released: ProtectedTable = {
    counted: { ...counted, table: indexed(listed) },
    fates: Uint8Array.of(0, 1, 0),
    figures: Int32Array.of(50, -1, 30),
    raw: Int32Array.of(50, 0, 40),
  };
  const told = withUnlisted(released, counted);
  expect([...told.counted.table.at]).toEqual([0, 1, 2, 4, 11]);
  expect([...(told.raw ?? [])]).toEqual([50, 0, 7, 40, 12]);
  expect([...told.fates]).toEqual([0, 1, 1, 0, 1]);
  expect([...told.figures]).toEqual([50, -1, -1, 30, -1]);
  expect([...(told.counted.table.part.zone ?? [])]).toEqual([0, 0, 0, 1, 2]);
});
