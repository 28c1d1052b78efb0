import { describe, expect, it } from 'vitest';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';
import { viewOf } from '../../../shared/workflow/view.ts';
import { smallCounted } from '../../support/small-counted.ts';

const extract: ExtractInMemory = {
  name: 'events.csv',
  base: { person: new Int32Array(0), second: new Int32Array(0), cell: new Int32Array(0) },
  latitude: new Float64Array(0),
  longitude: new Float64Array(0),
  cellsKnown: 0,
  persons: 0,
  ageOfPerson: new Int16Array(0),
  genderOfPerson: new Uint8Array(0),
  polygons: [],
  rowsRead: 0,
  repeatsOfCell: new Int32Array(0),
  dropped: { ragged: 0, badTime: 0, missingPerson: 0, unknownCell: 0, badPosition: 0, objection: 0 },
  rejects: [],
  objections: { kind: 'none', reason: '' },
  timeZone: 'UTC',
};
const counted = smallCounted([7, 4, 0, 12, 1, 2, 3, 4, 0, 0, 5, 0]);
const request = {
  recipe: { ...presets.conservative, minimumPersons: 5, roundingBase: 1 },
  policy: builtInPolicies.default,
  bin: 0 as number | 'total',
};

const bars = (from: number, to: number): readonly number[] => [
  ...(viewOf(extract, counted, { ...request, brush: { from, to } }).brushedZones ?? []),
];

const hiddenWith = (zeroGroups: 'hidden' | 'shown'): number | undefined =>
  viewOf(extract, counted, { ...request, recipe: { ...request.recipe, zeroGroups }, zone: 2 }).zoneProfile
    ?.suppressedGroups;

describe('what the desk sees', () => {
  it('is the released figure of each zone at a time and over all', () => {
    expect([...viewOf(extract, counted, request).zones.values]).toEqual([7, 0, 0]);
    expect([...viewOf(extract, counted, { ...request, bin: 'total' }).zones.values]).toEqual([19, 0, 5]);
    expect([...viewOf(extract, counted, request).strip.values]).toEqual([7, 17]);
  });

  it('is never a figure of fewer than five, even for a recipe that asks for one', () => {
    for (const minimumPersons of [1, 2, 3, 4]) {
      const asked = { ...request, recipe: { ...request.recipe, minimumPersons }, zone: 1 };
      const { zones, strip, zoneProfile, violations } = viewOf(extract, counted, asked);
      expect([...zones.values]).toEqual([7, 0, 0]);
      expect([...strip.values]).toEqual([7, 17]);
      expect([...(zoneProfile?.values ?? [])]).toEqual([0, 0]);
      expect(zoneProfile?.groups.every(({ persons }) => persons === undefined)).toBe(true);
      expect(violations.map(({ rule }) => rule)).toContain('minimum-persons');
    }
  });

  it('names the zones of brushed bars, and only those', () => {
    expect(bars(0, 0)).toEqual([1]);
    expect(bars(2, 2)).toEqual([0, 1]);
    expect(bars(3, 3)).toEqual([0, 2]);
    expect(bars(10, 10)).toEqual([]);
  });

  it('names brushed zones over all days of the extract, whatever days are shown', () => {
    const oneDay = smallCounted([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const asked = { ...request, brush: { from: 0, to: 0 } };
    expect([...(viewOf(extract, oneDay, asked, counted).brushedZones ?? [])]).toEqual([1]);
  });

  it('tells zones without any cell apart, where the recipe tells nobody from too few', () => {
    const cells = { ...extract, cellsKnown: 2 };
    const placed = { ...counted.placed, zoneOfCell: Int32Array.of(0, 1) };
    const states = (zeroGroups: 'hidden' | 'shown', from: ExtractInMemory): readonly number[] => [
      ...viewOf(from, { ...counted, placed }, { ...request, recipe: { ...request.recipe, zeroGroups } }).zones
        .states,
    ];
    expect(states('shown', cells)).toEqual([2, 1, 3]);
    expect(states('hidden', cells)).toEqual([2, 1, 1]);
    expect(states('shown', extract)).toEqual([2, 1, 0]);
  });

  it('does not tell empty groups from small ones where the recipe hides that', () => {
    expect(hiddenWith('shown')).toBe(0);
    expect(hiddenWith('hidden')).toBe(3);
  });
});
