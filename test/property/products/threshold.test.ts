import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidateOf } from '../../../shared/workflow/candidate.ts';
import { smallCounted, understood } from '../../support/small-counted.ts';
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
      const candidate = candidateOf({ ...presets.conservative, ...chosen }, understood, smallCounted(raw));
      const published = [...candidate.rowStatus].flatMap((status, row) => (status === 0 ? [row] : []));
      const expected = raw.filter((persons) => persons >= chosen.minimumPersons);
      expect(published.map((row) => candidate.rowRaw[row])).toEqual(expected);
      for (const row of published) {
        const persons = candidate.rowRaw[row] ?? 0;
        const figure = candidate.rowPersons[row] ?? -1;
        expect(figure % chosen.roundingBase).toBe(0);
        expect(2 * (figure - persons)).toBeLessThanOrEqual(chosen.roundingBase);
        expect(2 * (persons - figure)).toBeLessThan(chosen.roundingBase);
      }
      candidate.rowStatus.forEach((status, row) => {
        if (status === 0) return;
        expect(candidate.rowRaw[row]).toBe(0);
        expect(candidate.rowPersons[row]).toBe(status === 2 ? 0 : -1);
      });
      expect(candidate.groupsPublished).toBe(expected.length);
      expect(candidate.groupsSuppressed).toBe(raw.filter((n) => n > 0).length - expected.length);
    }),
    { seed: 5, numRuns: 300 },
  );
});
