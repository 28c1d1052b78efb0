import type { View, ViewRequest } from '../ipc/view.ts';
import { absoluteMinimumPersons } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import { isPublished } from '../protect/is-published.ts';
import { roundToBase } from '../protect/round.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { groupHistogram, histogramLows } from '../risk/histogram.ts';
import { releaseSummary } from '../risk/release-summary.ts';
import type { Counted } from './counted.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';

const state = { empty: 0, suppressed: 1, published: 2, outOfScope: 3 } as const;

/**
 * What the desk may see of a counted recipe: released figures, and small groups as numbers of groups only. No figure of a
 * zone or a time is of fewer persons than the lowest threshold there is, whatever the recipe asks for. Brushed bars name zones
 * by `whole`, the count over all days of the extract, so that a short period cannot tell on which day somebody was there.
 */
export function viewOf(
  extract: ExtractInMemory,
  counted: Counted,
  request: ViewRequest,
  whole: Counted = counted,
): Omit<View, 'workMilliseconds'> {
  const { recipe, policy, bin, brush, zone } = request;
  const shown = { ...recipe, minimumPersons: Math.max(recipe.minimumPersons, absoluteMinimumPersons) };
  const { groupsOfSize, bins, placed } = counted;
  const { largestRoundingError: _, ...summary } = releaseSummary(
    groupsOfSize,
    recipe.minimumPersons,
    recipe.roundingBase,
  );
  return {
    histogram: mutable(groupHistogram(groupsOfSize, recipe.minimumPersons)),
    summary: {
      ...summary,
      persons: extract.persons,
      objectorsRemoved: extract.objections.kind === 'register' ? extract.objections.matched : 0,
      presences: placed.presences.person.length,
      eventsCounted: extract.base.person.length - placed.presences.outsideZones,
    },
    zones: withoutCells(extract, counted, recipe, zoneValues(counted, shown, bin)),
    strip: { starts: bins.starts, seconds: bins.seconds, values: stripValues(counted, shown) },
    ...(brush && { brushedZones: zonesWithGroups(whole, barBounds(counted, brush)) }),
    ...(zone !== undefined &&
      zone < placed.shapes.length && { zoneProfile: zoneProfile(counted, shown, zone, bin) }),
    violations: [...violations(recipe, policy)],
  };
}

function mutable(histogram: ReturnType<typeof groupHistogram>): View['histogram'] {
  const { lows, publishedGroups, suppressedGroups, publishedPersons, suppressedPersons } = histogram;
  return {
    lows: [...lows],
    publishedGroups: [...publishedGroups],
    suppressedGroups: [...suppressedGroups],
    publishedPersons: [...publishedPersons],
    suppressedPersons: [...suppressedPersons],
  };
}

/** State and released figure of one zone in one bin: published when any of its groups is, then the sum of those. */
function zoneInBin(
  counted: Counted,
  recipe: Recipe,
  zone: number,
  bin: number,
): { readonly state: number; readonly value: number } {
  const { counts, breakdown, bins } = counted;
  const classes = breakdown.classes.length;
  const at = (zone * bins.starts.length + bin) * classes;
  let value = 0;
  let hidden = false;
  for (let i = at; i < at + classes; i++) {
    const raw = counts[i] ?? 0;
    if (isPublished(raw, recipe.minimumPersons)) value += roundToBase(raw, recipe.roundingBase);
    else if (raw > 0 || recipe.zeroGroups === 'hidden') hidden = true;
  }
  return { state: value > 0 ? state.published : hidden ? state.suppressed : state.empty, value };
}

function zoneValues(counted: Counted, recipe: Recipe, bin: number | 'total'): View['zones'] {
  const zones = counted.placed.shapes.length;
  const allBins = counted.bins.starts.length;
  const states = new Uint8Array(zones);
  const values = new Int32Array(zones);
  const from = bin === 'total' ? 0 : Math.min(bin, allBins - 1);
  const to = bin === 'total' ? allBins : from + 1;
  for (let zone = 0; zone < zones; zone++) {
    for (let at = from; at < to; at++) {
      const one = zoneInBin(counted, recipe, zone, at);
      values[zone] = (values[zone] ?? 0) + one.value;
      states[zone] = Math.max(states[zone] ?? 0, one.state);
    }
  }
  return { states, values };
}

/** Where the recipe tells nobody from too few, a zone in which no cell of the reference stands is out of scope. */
function withoutCells(
  extract: ExtractInMemory,
  { placed }: Counted,
  { zeroGroups }: Recipe,
  { states, values }: View['zones'],
): View['zones'] {
  if (zeroGroups === 'hidden' || extract.cellsKnown === 0) return { states, values };
  const covered = new Set(placed.zoneOfCell);
  return { states: states.map((one, zone) => (covered.has(zone) ? one : state.outOfScope)), values };
}

function stripValues(counted: Counted, recipe: Recipe): Int32Array {
  const { counts, bins, breakdown } = counted;
  const allBins = bins.starts.length;
  const classes = breakdown.classes.length;
  const values = new Int32Array(allBins);
  const { minimumPersons, roundingBase } = recipe;
  for (let i = 0; i < counts.length; i++) {
    const raw = counts[i] ?? 0;
    if (raw < minimumPersons) continue;
    const bin = Math.floor(i / classes) % allBins;
    values[bin] = (values[bin] ?? 0) + roundToBase(raw, roundingBase);
  }
  return values;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function barBounds(
  { groupsOfSize }: Counted,
  { from, to }: { readonly from: number; readonly to: number },
): Bounds {
  const lows = histogramLows(groupsOfSize.length - 1);
  return { low: lows[from] ?? Infinity, high: lows[to + 1] ?? Infinity };
}

function zonesWithGroups({ counts, bins, breakdown, placed }: Counted, { low, high }: Bounds): Int32Array {
  const perZone = bins.starts.length * breakdown.classes.length;
  const zones = placed.shapes.map((_, zone) => zone);
  return Int32Array.from(
    zones.filter((zone) =>
      counts.subarray(zone * perZone, (zone + 1) * perZone).some((raw) => raw >= low && raw < high),
    ),
  );
}

function zoneProfile(
  counted: Counted,
  recipe: Recipe,
  zone: number,
  bin: number | 'total',
): NonNullable<View['zoneProfile']> {
  const { counts, breakdown, bins } = counted;
  const { classes } = breakdown;
  const allBins = bins.starts.length;
  const states = new Uint8Array(allBins);
  const values = new Int32Array(allBins);
  for (let at = 0; at < allBins; at++) {
    const one = zoneInBin(counted, recipe, zone, at);
    states[at] = one.state;
    values[at] = one.value;
  }
  const own = counts.subarray(zone * allBins * classes.length, (zone + 1) * allBins * classes.length);
  const published = own.reduce((n, raw) => n + (isPublished(raw, recipe.minimumPersons) ? 1 : 0), 0);
  const told = recipe.zeroGroups === 'hidden' ? own.length : own.reduce((n, raw) => n + (raw > 0 ? 1 : 0), 0);
  const hidden = told - published;
  const groups = classes.map((group, i) => {
    const raw = bin === 'total' ? 0 : (own[Math.min(bin, allBins - 1) * classes.length + i] ?? 0);
    return {
      ...group,
      ...(isPublished(raw, recipe.minimumPersons) && { persons: roundToBase(raw, recipe.roundingBase) }),
    };
  });
  return {
    zone,
    states,
    values,
    publishedGroups: published,
    suppressedGroups: hidden,
    groups: bin === 'total' ? [] : groups,
  };
}
