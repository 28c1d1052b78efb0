import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellFlags, ExtractFindings } from '../../../../shared/ipc/extract-findings.ts';
import { extractFindings } from '../../../../shared/workflow/extract-findings/extract-findings.ts';
import { siteKinds } from '../../../../shared/workflow/place-register.ts';
import type { ExtractInMemory } from '../../../../shared/workflow/extract-in-memory.ts';
import { extractOf, smallExtracts } from '../../../support/small-extract.ts';

function findingsOf(extract: ExtractInMemory, minimumPersons: number): ExtractFindings {
  const { second } = extract.base;
  const span = { first: Math.min(...second), last: Math.max(...second) };
  const work = extractFindings(extract, span, minimumPersons);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Rows of the base table as objects: the plain way to look at them. */
function rowsOf({ base }: ExtractInMemory) {
  return [...base.person].map((person, i) => ({
    person,
    second: base.second[i] ?? 0,
    cell: base.cell[i] ?? 0,
  }));
}

const isSet = (flags: number, flag: (typeof cellFlags)[number]): boolean =>
  ((flags >> cellFlags.indexOf(flag)) & 1) === 1;

describe('findings of an extract', () => {
  it('say of each cell of a reference whether enough distinct persons used it, and no more', () => {
    fc.assert(
      fc.property(smallExtracts(14, 12), fc.integer({ min: 2, max: 9 }), (small, minimum) => {
        const plain = extractOf(small);
        const siteKind = new Uint8Array(plain.latitude.length).fill(siteKinds.indexOf('still'));
        const extract = { ...plain, siteKind };
        const found = ExtractFindings.parse(findingsOf(extract, minimum));
        const rows = rowsOf(extract);
        const enough = [...siteKind.keys()].map(
          (cell) =>
            new Set(rows.filter((row) => row.cell === cell).map(({ person }) => person)).size >= minimum,
        );
        expect([...found.cells.flags].map((flags) => isSet(flags, 'used'))).toEqual(enough);
      }),
    );
  });

  it('show no position that events state where fewer than the minimum were', () => {
    fc.assert(
      fc.property(smallExtracts(14, 12), fc.integer({ min: 2, max: 9 }), (small, minimum) => {
        const { siteKind: _, ...extract } = { siteKind: undefined, ...extractOf(small) };
        const found = findingsOf(extract, minimum);
        const rows = rowsOf(extract);
        const shown = [...found.cells.latitude].map((y, i) => `${y} ${found.cells.longitude[i] ?? 0}`);
        const expected = [...extract.latitude.keys()]
          .filter(
            (cell) =>
              new Set(rows.filter((row) => row.cell === cell).map(({ person }) => person)).size >= minimum,
          )
          .map(
            (cell) =>
              `${Math.round((extract.latitude[cell] ?? 0) * 1e6)} ${Math.round((extract.longitude[cell] ?? 0) * 1e6)}`,
          );
        expect(shown).toEqual(expected);
        expect(found.changes).toBeUndefined();
        expect(found.hasReference).toBe(false);
      }),
    );
  });

  it('count every person once by their number of events, in bins of at least the minimum', () => {
    fc.assert(
      fc.property(smallExtracts(14, 12), fc.integer({ min: 1, max: 16 }), (small, minimum) => {
        const extract = extractOf(small);
        const { eventsPerPerson } = findingsOf(extract, minimum);
        const events = new Map<number, number>();
        for (const { person } of rowsOf(extract)) events.set(person, (events.get(person) ?? 0) + 1);
        const all = [...events.values()];
        const told = all.length < minimum ? [] : all;
        expect(eventsPerPerson.reduce((sum, { persons }) => sum + persons, 0)).toBe(told.length);
        for (const { from, to, persons } of eventsPerPerson) {
          expect(persons).toBeGreaterThanOrEqual(minimum);
          expect(persons).toBe(all.filter((count) => count >= from && count <= (to ?? Infinity)).length);
        }
      }),
    );
  });
});
