import { describe, expect, it } from 'vitest';
import { parseBreaks } from '../../../../renderer/desk/features/recipe/breaks.ts';
import { relevantOf } from '../../../../renderer/desk/features/recipe/relevant.ts';
import { personsLeft, tallyLines } from '../../../../renderer/desk/features/recipe/stage-tally.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import type { StageTally } from '../../../../shared/ipc/view.ts';

const recipe = presets.conservative;
const tally: StageTally = {
  rowsRead: 1000,
  rowsUnusable: 12,
  objectors: 3,
  withoutConsent: 0,
  machineLike: 1,
  eventsOutsidePeriod: 0,
  maskedCells: 2,
  eventsMasked: 40,
  eventsOutsideZones: 0,
  personsWithoutCategory: 0,
  groups: 100,
  primary: 20,
  secondary: 5,
};
const told = (stage: 1 | 2 | 3, of = recipe) =>
  tallyLines(stage, tally, of).map(({ name, unit, count }) => `${name} ${count} ${unit}`);

describe('what a stage took away', () => {
  it('is told by reason, and reasons that took nothing stay quiet', () => {
    expect(told(1)).toEqual(['rowsUnusable 12 rows', 'objectors 3 persons', 'machineLike 1 persons']);
    expect(told(2)).toEqual(['maskedCells 2 cells', 'eventsMasked 40 events']);
    expect(told(3)).toEqual(['primary 20 groups', 'secondary 5 groups']);
  });

  it('leaves the people who count', () => {
    expect(personsLeft(100, { ...tally, withoutConsent: 30 })).toBe(69);
  });

  it('tells what noise alone publishes, if anything', () => {
    const noisy = presets['differential-privacy'];
    const lines = (publishedEmpty: number) =>
      tallyLines(3, { ...tally, secondary: 0, publishedEmpty }, noisy).map(({ name, unit }) => [name, unit]);
    expect(lines(4)).toEqual([
      ['primaryNoisy', 'groups'],
      ['publishedEmpty', 'added'],
    ]);
    expect(lines(0)).toHaveLength(1);
  });

  it('does not call a noisy threshold a minimum of persons', () => {
    expect(told(3, presets['differential-privacy'])[0]).toBe('primaryNoisy 20 groups');
  });
});

describe('the parameters that matter', () => {
  it('follow from the tables', () => {
    expect([...relevantOf(recipe)]).toEqual(['timeBin', 'presence']);
    expect([...relevantOf({ ...recipe, products: ['dwell'] })]).toEqual([
      'maximumGapMinutes',
      'dwellBreaks',
      'totals',
    ]);
    expect([...relevantOf({ ...recipe, products: ['frequency', 'catchment'] })]).toEqual([
      'presence',
      'frequencyBreaks',
      'minimumNights',
      'totals',
    ]);
    expect([...relevantOf({ ...recipe, products: ['flows'] })]).toEqual([
      'maximumGapMinutes',
      'maximumTripMinutes',
    ]);
  });

  it('follow from the breakdown and from what presence means', () => {
    const broken = relevantOf({ ...recipe, byGender: true, presence: 'stays' });
    expect([...broken]).toEqual(['timeBin', 'missingCategory', 'presence', 'maximumGapMinutes', 'totals']);
  });
});

describe('breaks', () => {
  it('are read from commas, blanks or dots', () => {
    expect(parseBreaks('18, 30 · 50;65', { least: 1, most: 120 })).toEqual([18, 30, 50, 65]);
    expect(parseBreaks('  ', { least: 1, most: 120 })).toEqual([]);
  });

  it.each([
    '30, 18',
    '18, 18',
    '0, 5',
    '18, 121',
    'x',
    '1.5',
    Array.from({ length: 21 }, (_, i) => i + 1).join(),
  ])('are not "%s"', (text) => {
    expect(parseBreaks(text, { least: 1, most: 120 })).toBeUndefined();
  });
});
