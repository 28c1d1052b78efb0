import { describe, expect, it } from 'vitest';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import { candidateTable } from '../../../shared/workflow/candidate-table.ts';
import { indexed } from '../../../shared/products/indexed-table.ts';
import type { ProtectedTable } from '../../../shared/workflow/protected-table.ts';
import { viewOf, type ViewSubject } from '../../../shared/workflow/view.ts';
import { withUnlisted } from '../../../shared/workflow/with-unlisted.ts';
import { smallCounted, tally } from '../../support/small-counted.ts';

const extract: ExtractInMemory = {
  name: 'events.csv',
  base: { person: new Int32Array(0), second: new Int32Array(0), cell: new Int32Array(0) },
  latitude: new Float64Array(0),
  longitude: new Float64Array(0),
  cellsKnown: 0,
  persons: 0,
  ageOfPerson: new Int16Array(0),
  genderOfPerson: new Uint8Array(0),
  consentOfPerson: new Uint8Array(0),
  severalPseudonyms: 0,
  holderOfPerson: undefined,
  tieOfPerson: new Int32Array(0),
  cellRange: new Float64Array(0),
  places: [],
  polygons: [],
  population: undefined,
  rowsRead: 0,
  repeatsOfCell: new Int32Array(0),
  dropped: { ragged: 0, badTime: 0, missingPerson: 0, unknownCell: 0, badPosition: 0, objection: 0 },
  rejects: [],
  objections: { kind: 'none', reason: '' },
  timeZone: 'UTC',
  isGenerated: false,
};
const counted = smallCounted([7, 4, 0, 12, 1, 2, 3, 4, 0, 0, 5, 0]);
const request: ViewRequest = {
  recipe: { ...presets.conservative, minimumPersons: 5, roundingBase: 1 },
  policy: builtInPolicies.default,
  product: 'footfall',
  bin: 0,
};
const subject = (changes: Partial<ViewSubject> = {}): ViewSubject => ({
  extract,
  counted,
  whole: counted,
  fates: undefined,
  figures: undefined,
  tally,
  presences: 0,
  eventsCounted: 0,
  ...changes,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
const bars = (from: number, to: number): readonly number[] => [
  ...(viewOf(subject(), { ...request, brush: { from, to } }).brushedZones ?? []),
];

const hiddenWith = (zeroGroups: 'hidden' | 'shown'): number | undefined =>
  viewOf(subject(), { ...request, recipe: { ...request.recipe, zeroGroups }, zone: 2 }).zoneProfile
    ?.suppressedGroups;

describe('what the desk sees', () => {
  it('is the released figure of each zone at a time and over all', () => {
    expect([...viewOf(subject(), request).zones.values]).toEqual([7, 0, 0]);
    expect([...viewOf(subject(), { ...request, bin: 'total' }).zones.values]).toEqual([19, 0, 5]);
    expect([...viewOf(subject(), request).strip.values]).toEqual([7, 17]);
  });

  it('counts the people of coarser zones once in the sum per bin', () => {
    const [finest] = counted.placed.levels;
    if (finest === undefined) throw new Error('there is a finest level');
    const coarser = { step: 1, first: 2, size: 1, zoneOfFinest: Int32Array.of(2, 2) };
    const placed = { ...counted.placed, levels: [{ ...finest, size: 2 }, coarser] };
    expect([...viewOf(subject({ counted: { ...counted, placed } }), request).strip.values]).toEqual([7, 12]);
  });

  it('is never a figure of fewer than five, even for a recipe that asks for one', () => {
    for (const minimumPersons of [1, 2, 3, 4]) {
      const asked = { ...request, recipe: { ...request.recipe, minimumPersons }, zone: 1 };
      const { zones, strip, zoneProfile, violations } = viewOf(subject(), asked);
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
    expect([...(viewOf(subject({ counted: oneDay }), asked).brushedZones ?? [])]).toEqual([1]);
  });

  it('tells zones without any cell apart, where the recipe tells nobody from too few', () => {
    const cells = { ...extract, cellsKnown: 2 };
    const placed = { ...counted.placed, zoneOfCell: Int32Array.of(0, 1) };
    const states = (zeroGroups: 'hidden' | 'shown', from: ExtractInMemory): readonly number[] => [
      ...viewOf(subject({ extract: from, counted: { ...counted, placed } }), {
        ...request,
        recipe: { ...request.recipe, zeroGroups },
      }).zones.states,
    ];
    expect(states('shown', cells)).toEqual([2, 1, 3]);
    expect(states('hidden', cells)).toEqual([2, 1, 1]);
    expect(states('shown', extract)).toEqual([2, 1, 0]);
  });

  it('does not tell empty groups from small ones where the recipe hides that', () => {
    expect(hiddenWith('shown')).toBe(0);
    expect(hiddenWith('hidden')).toBe(3);
  });

  it('shows what is hidden to protect others as hidden, once protection has run', () => {
    const fates = Uint8Array.from(counted.table.persons, (persons) =>
      persons === 7 ? 2 : persons < 5 ? 1 : 0,
    );
    const before = viewOf(subject(), request);
    const after = viewOf(subject({ fates }), request);
    expect([before.protection, after.protection]).toEqual(['primary', 'whole']);
    expect([...after.zones.values]).toEqual([0, 0, 0]);
    expect([...after.strip.values]).toEqual([0, 17]);
    expect(after.summary).toMatchObject({
      published: 2,
      secondary: 1,
      suppressed: before.summary.suppressed,
    });
    expect(sum(after.histogram.secondaryGroups)).toBe(1);
  });
});

describe('what the desk sees of a table with noise', () => {
  const raw = smallCounted([50, 0, 7, 0, 40, 0, 0, 0, 0, 0, 0, 12]);
  const noisyPersons = Int32Array.of(53, 9, 31, 2, 33);
  const listed = { ...raw.table, at: Float64Array.of(0, 1, 4, 5, 8), persons: noisyPersons };
  const noisy: ProtectedTable = {
    counted: { ...raw, table: indexed({ ...listed, contributors: noisyPersons }) },
    fates: Uint8Array.of(0, 1, 0, 1, 0),
    figures: Int32Array.of(50, -1, 30, -1, 30),
  };
  const { fates, figures } = withUnlisted(noisy, raw);
  const noise = { counted: raw, whole: raw, fates, figures, noisy };
  const recipe = { ...request.recipe, guarantee: presets['differential-privacy'].guarantee };
  const view = viewOf(subject(noise), {
    ...request,
    recipe: { ...recipe, minimumPersons: 30, roundingBase: 10 },
    bin: 'total',
    zone: 1,
  });

  it('is the noisy figures, also where nobody was', () => {
    expect([...view.zones.values]).toEqual([50, 30, 30]);
    expect([...view.zones.states]).toEqual([2, 2, 2]);
    expect([...view.strip.values]).toEqual([110, 0]);
    expect(view.zoneProfile).toMatchObject({ publishedGroups: 1, suppressedGroups: 3 });
  });

  it('counts every group with somebody in it the same way in histogram, figures and tally', () => {
    const { histogram, summary, tally: told } = view;
    expect([sum(histogram.publishedGroups), sum(histogram.suppressedGroups)]).toEqual([2, 2]);
    expect([sum(histogram.publishedPersons), sum(histogram.suppressedPersons)]).toEqual([90, 19]);
    expect(summary).toMatchObject({ groups: 4, published: 2, suppressed: 2, smallestPublished: 40 });
    expect(summary).toMatchObject({ personBins: 109, personBinsPublished: 90 });
    expect(told).toMatchObject({ groups: 4, primary: 2, secondary: 0, publishedEmpty: 1 });
  });

  it('does not tell nobody from too few, whatever the recipe asks for', () => {
    const asked = { ...request, recipe: { ...recipe, minimumPersons: 60, zeroGroups: 'shown' as const } };
    expect([...viewOf(subject(noise), asked).zones.states]).toEqual([1, 1, 1]);
  });
});

describe('empty groups that protection had to hide although the recipe shows others', () => {
  // Zone 2 (`c`) is empty in its first hour, place 8; with zeros hidden there it must look like any other hidden group.
  const empty = smallCounted([7, 7, 6, 12, 9, 8, 7, 9, 0, 0, 5, 0]);
  const asked = { ...request, recipe: { ...request.recipe, zeroGroups: 'shown' as const }, zone: 2 };
  const fates = new Uint8Array(empty.table.at.length);
  const seen = (emptyHidden: ReadonlySet<number>) => {
    const table = { counted: empty, fates, figures: empty.table.persons, emptyHidden };
    const view = viewOf(subject({ counted: empty, whole: empty, fates, emptyHidden }), asked);
    const rows = candidateTable(table, { ...asked.recipe, suppressedGroups: 'list' }, Int32Array.of(0, 1, 2));
    const statusOf = (wanted: number) =>
      rows.status.filter((_, row) => rows.zone[row] === 2 && rows.start[row] === wanted);
    return {
      zone: view.zones.states[2],
      series: [...(view.zoneProfile?.states ?? [])],
      suppressed: view.zoneProfile?.suppressedGroups,
      released: [...(statusOf(empty.bins.starts[0] ?? 0) ?? [])],
    };
  };

  it('are shown as hidden wherever the release hides them', () => {
    expect(seen(new Set([8]))).toEqual({ zone: 1, series: [1, 2], suppressed: 2, released: [1, 1] });
  });

  it('are shown as empty wherever the release says that nobody is there', () => {
    expect(seen(new Set())).toEqual({ zone: 0, series: [0, 2], suppressed: 0, released: [2, 2] });
  });

  it('count only empty places of the layer, and leave what is published as it is', () => {
    expect(seen(new Set([10]))).toEqual({ zone: 0, series: [0, 2], suppressed: 1, released: [2, 2] });
  });
});
