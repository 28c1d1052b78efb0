import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plantedPeople, plantPeople } from '../../../../shared/workflow/attacks/planted-people.ts';
import { extractOf, smallExtracts } from '../../../support/small-extract.ts';

const [small] = fc.sample(smallExtracts(9, 30), { seed: 5, numRuns: 1 });
if (small === undefined) throw new Error('no extract');
const before = extractOf(small);
const copy = structuredClone(before.base);
const { extract, isPlanted } = plantPeople(before, 'planted');

test('the extract itself stays as it is, and the planted come after its people', () => {
  expect(before.base).toEqual(copy);
  const rows = before.base.person.length;
  expect(extract.base.person.slice(0, rows)).toEqual(before.base.person);
  expect(extract.persons - before.persons).toBe(plantedPeople);
  expect(isPlanted.reduce((sum, one) => sum + one, 0)).toBe(plantedPeople);
  for (const column of [extract.ageOfPerson, extract.genderOfPerson, extract.tieOfPerson])
    expect(column).toHaveLength(isPlanted.length);
});

test('the base table stays sorted by person and time, within the extract and its cells', () => {
  const { person, second, cell } = extract.base;
  const cells = new Set(before.base.cell);
  for (let row = 1; row < person.length; row += 1) {
    const [a = 0, b = 0] = [person[row - 1], person[row]];
    expect(a < b || (a === b && (second[row - 1] ?? 0) <= (second[row] ?? 0))).toBe(true);
    expect(cells.has(cell[row] ?? -1)).toBe(true);
  }
  expect(second.reduce((low, value) => Math.min(low, value), Infinity)).toBe(
    before.base.second.reduce((low, value) => Math.min(low, value), Infinity),
  );
});

test('the same people are planted again for the same seed, and others for another', () => {
  expect(plantPeople(before, 'planted').extract.base).toEqual(extract.base);
  expect(plantPeople(before, 'other').extract.base).not.toEqual(extract.base);
});
