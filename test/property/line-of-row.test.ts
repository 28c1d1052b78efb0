import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOfRow } from '../../shared/workflow/line-of-row.ts';

it('finds the line of a row as going through the file line by line does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.nat(40), (numbers, row) => {
      const skipped = numbers.toSorted((a, b) => a - b);
      const lines = Array.from({ length: 200 }, (_, i) => i + 1).filter((line) => !skipped.includes(line));
      expect(lineOfRow(skipped, row)).toBe(lines[row]);
    }),
  );
});
