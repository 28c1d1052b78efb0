import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallCandidate } from '../../support/small-counted.ts';
import { presets } from '../../../shared/recipe/presets.ts';

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 });
const parameters = fc.record({
  minimumPersons: fc.integer({ min: 1, max: 30 }),
  roundingBase: fc.integer({ min: 1, max: 10 }),
  suppressedGroups: fc.constantFrom('omit' as const, 'list' as const),
  zeroGroups: fc.constantFrom('hidden' as const, 'shown' as const),
});

it('publishes exactly the groups that reach the threshold before rounding', () => {
  fc.assert(
    fc.property(counts, parameters, (raw, chosen) => {
      const [table] = smallCandidate({ ...presets.conservative, ...chosen }, raw).tables;
      if (!table) throw new Error('a candidate has a table');
      const published = [...table.status].flatMap((status, row) => (status === 0 ? [row] : []));
      const expected = raw.filter((persons) => persons >= chosen.minimumPersons);
      expect(published.map((row) => table.raw[row])).toEqual(expected);
      for (const row of published) {
        const persons = table.raw[row] ?? 0;
        const figure = table.persons[row] ?? -1;
        expect(figure % chosen.roundingBase).toBe(0);
        expect(2 * (figure - persons)).toBeLessThanOrEqual(chosen.roundingBase);
        expect(2 * (persons - figure)).toBeLessThan(chosen.roundingBase);
      }
      table.status.forEach((status, row) => {
        if (status === 0) return;
        expect(table.raw[row]).toBe(0);
        expect(table.persons[row]).toBe(status === 2 ? 0 : -1);
      });
    }),
    { seed: 5, numRuns: 300 },
  );
});
