import { describe, expect, it } from 'vitest';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { smallCandidate } from '../../support/small-counted.ts';

const recipe: Recipe = { ...presets.conservative, minimumPersons: 5, roundingBase: 5 };
const grid: Recipe = { ...recipe, zones: { kind: 'h3', resolution: 6 } };
/** Zone `a` publishes two groups, `b` has small groups only, `c` has nobody but in one group. */
const raw = [7, 4, 0, 12, 1, 2, 3, 4, 0, 0, 5, 0];

function rows(of: Recipe): readonly string[] {
  const { tables, zones, genders } = smallCandidate(of, raw);
  const [table] = tables;
  return [...(table?.zone ?? [])].map((zone, row) =>
    [
      zones[zone]?.zoneId,
      new Date((table?.start[row] ?? 0) * 1000).toISOString().slice(11, 13),
      genders[table?.gender[row] ?? -1],
      ['published', 'suppressed', 'zero'][table?.status[row] ?? -1],
      table?.persons[row],
      table?.raw[row],
    ].join(' '),
  );
}

describe('a candidate', () => {
  it('has the published groups, rounded, and nothing of the others', () => {
    expect(rows(recipe)).toEqual([
      'a 10 female published 5 7',
      'a 11 male published 10 12',
      'c 11 female published 5 5',
    ]);
  });

  it('leaves out grid zones without a published group, so that their presence tells nothing', () => {
    const { zones } = smallCandidate(grid, raw);
    expect(zones.map(({ zoneId }) => zoneId)).toEqual(['a', 'c']);
    expect(rows(grid)).toEqual(rows(recipe));
    expect(smallCandidate(recipe, raw).zones.length).toBe(3);
  });

  it('lists hidden groups alike whether somebody was there or not', () => {
    const listed = rows({ ...recipe, suppressedGroups: 'list' });
    expect(listed.length).toBe(12);
    expect(listed.filter((row) => row.includes('published')).length).toBe(3);
    expect(
      listed.filter((row) => !row.includes('published')).every((row) => row.endsWith('suppressed -1 0')),
    ).toBe(true);
    expect(rows({ ...grid, suppressedGroups: 'list' }).map((row) => row[0])).toEqual(Array.from('aaaacccc'));
  });

  it('tells zero apart where the recipe says so', () => {
    const listed = rows({ ...recipe, suppressedGroups: 'list', zeroGroups: 'shown' });
    expect(listed.filter((row) => row.includes(' zero '))).toEqual([
      'a 11 female zero 0 0',
      'c 10 female zero 0 0',
      'c 10 male zero 0 0',
      'c 11 male zero 0 0',
    ]);
  });

  it('bears the days that were counted', () => {
    expect(smallCandidate(recipe, raw).recipe.period).toEqual({ from: '2026-05-04', to: '2026-05-05' });
  });
});
