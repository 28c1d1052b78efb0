import type { StageTally, View, ViewRequest } from '../ipc/view.ts';
import { absoluteMinimumPersons } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { groupHistogram, histogramLows } from '../risk/histogram.ts';
import { releaseSummary } from '../risk/release-summary.ts';
import { partedAt, partedByFate, type SizesByFate } from '../risk/sizes-by-fate.ts';
import type { CountedTable, Fates } from './counted-table.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import type { ProtectedTable } from './protected-table.ts';
import { zoneProfile } from './zone-profile.ts';
import type { Showing, Slice } from './showing.ts';
import { publishedEmpty } from './with-unlisted.ts';
import { arcsOf, stripOf, zoneValues } from './zone-values.ts';

const outOfScope = 3;

/** What a view is made from, besides what the desk asks for. */
export interface ViewSubject {
  readonly extract: ExtractInMemory;
  readonly counted: CountedTable;
  /** The count over all days of the extract: brushed bars name zones by it, so that a short period cannot tell on which day somebody was there. */
  readonly whole: CountedTable;
  readonly fates: Fates;
  readonly figures: Int32Array | undefined;
  /** Places at which layers begin whose empty groups are hidden like others, from protection. */
  readonly emptyHidden?: ReadonlySet<number> | undefined;
  /** The table with noise, where there is one: pictures show it; what is counted of groups is told of `counted`. */
  readonly noisy?: ProtectedTable | undefined;
  readonly tally: Omit<StageTally, 'groups' | 'primary' | 'secondary'>;
  readonly presences: number;
  readonly eventsCounted: number;
}

/**
 * What the desk may see of a counted recipe: released figures, and small groups as numbers of groups only. No figure of a
 * zone or a time is of fewer persons than the lowest threshold there is, whatever the recipe asks for.
 */
export function viewOf(subject: ViewSubject, request: ViewRequest): Omit<View, 'workMilliseconds'> {
  const { extract, counted, fates, figures, emptyHidden, noisy } = subject;
  const { recipe, policy, brush, zone } = request;
  const shown = shownRecipe(recipe);
  const showing: Showing = noisy
    ? { ...noisy, recipe: shown }
    : { counted, fates, figures, emptyHidden, recipe: shown };
  const slice = sliceOf(request, counted);
  const sizes = sizesOf(subject, recipe.minimumPersons);
  const { largestRoundingError: _, ...summary } = releaseSummary(sizes, recipe.roundingBase);
  const bands = counted.bands.length > 0 && counted.bands.map((_label, band) => ({ ...slice, band }));
  return {
    histogram: mutable(groupHistogram(sizes)),
    summary: {
      ...summary,
      ...personBinsOf(subject, recipe.minimumPersons),
      persons: extract.persons,
      objectorsRemoved: subject.tally.objectors,
      presences: subject.presences,
      eventsCounted: subject.eventsCounted,
    },
    zones: withoutCells(extract, showing, zoneValues(showing, slice)),
    strip: stripOf(showing, slice),
    ...(bands && { bands: bands.map((one) => zoneValues(showing, one)) }),
    ...(request.product === 'flows' && { arcs: arcsOf(showing, slice) }),
    tally: tallyOf(subject, summary),
    protection: fates === undefined ? 'primary' : 'whole',
    ...(brush && { brushedZones: zonesWithGroups(subject.whole, barBounds(counted, brush)) }),
    ...(zone !== undefined &&
      zone < counted.placed.shapes.length && { zoneProfile: zoneProfile(showing, slice, zone) }),
    violations: [...violations(recipe, policy)],
  };
}

function sizesOf({ counted, fates }: ViewSubject, minimumPersons: number): SizesByFate {
  return fates
    ? partedByFate(counted.table.contributors, fates)
    : partedAt(counted.groupsOfSize, minimumPersons);
}

function tallyOf(
  { tally, noisy, fates }: ViewSubject,
  { groups, suppressed, secondary }: Pick<View['summary'], 'groups' | 'suppressed' | 'secondary'>,
): StageTally {
  const stage = { groups, primary: suppressed, secondary };
  if (noisy === undefined || fates === undefined) return { ...tally, ...stage };
  return { ...tally, ...stage, publishedEmpty: publishedEmpty(noisy.fates, fates) };
}

/** The recipe as views follow it: no figure of fewer persons than the lowest threshold, and beside noise nobody is like too few. */
function shownRecipe(recipe: Recipe): Recipe {
  const minimumPersons = Math.max(recipe.minimumPersons, absoluteMinimumPersons);
  return {
    ...recipe,
    minimumPersons,
    zeroGroups: recipe.guarantee.kind === 'classical' ? recipe.zeroGroups : 'hidden',
  };
}

/** Sums of persons, over all groups and over those that carry a figure; where a holder has several, size counts the holder. */
function personBinsOf(
  { counted: { table }, fates }: ViewSubject,
  minimumPersons: number,
): Pick<View['summary'], 'personBins' | 'personBinsPublished'> {
  const sums = { personBins: 0, personBinsPublished: 0 };
  for (let i = 0; i < table.at.length; i++) {
    const persons = table.persons[i] ?? 0;
    sums.personBins += persons;
    const isOut = fates ? fates[i] === 0 : (table.contributors[i] ?? 0) >= minimumPersons;
    if (isOut) sums.personBinsPublished += persons;
  }
  return sums;
}

function sliceOf({ bin, band, from }: ViewRequest, { bins }: CountedTable): Slice {
  const last = bins.starts.length - 1;
  return { bin: bin === 'total' || last < 0 ? 'total' : Math.min(bin, last), band, from };
}

function mutable(histogram: ReturnType<typeof groupHistogram>): View['histogram'] {
  return {
    lows: [...histogram.lows],
    publishedGroups: [...histogram.publishedGroups],
    suppressedGroups: [...histogram.suppressedGroups],
    secondaryGroups: [...histogram.secondaryGroups],
    publishedPersons: [...histogram.publishedPersons],
    suppressedPersons: [...histogram.suppressedPersons],
    secondaryPersons: [...histogram.secondaryPersons],
  };
}

/** Where the recipe tells nobody from too few, a zone in which no cell of the reference stands is out of scope. */
function withoutCells(
  extract: ExtractInMemory,
  { counted, recipe }: Showing,
  { states, values }: View['zones'],
): View['zones'] {
  if (recipe.zeroGroups === 'hidden' || extract.cellsKnown === 0) return { states, values };
  const { zoneOfCell, levels } = counted.placed;
  const covered = new Set<number>();
  const met = new Set(zoneOfCell);
  for (const { zoneOfFinest } of levels) for (const zone of met) covered.add(zoneOfFinest[zone] ?? -1);
  return { states: states.map((one, zone) => (covered.has(zone) ? one : outOfScope)), values };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function barBounds(
  { groupsOfSize }: CountedTable,
  { from, to }: { readonly from: number; readonly to: number },
): Bounds {
  const lows = histogramLows(groupsOfSize.length - 1);
  return { low: lows[from] ?? Infinity, high: lows[to + 1] ?? Infinity };
}

function zonesWithGroups({ table }: CountedTable, { low, high }: Bounds): Int32Array {
  const zones = new Set<number>();
  for (let i = 0; i < table.at.length; i++) {
    const size = table.contributors[i] ?? 0;
    if (size >= low && size < high) zones.add(table.part.zone?.[i] ?? 0);
  }
  return Int32Array.from([...zones].toSorted((a, b) => a - b));
}
