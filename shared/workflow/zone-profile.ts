import type { View } from '../ipc/view.ts';
import type { CountedTable } from './counted-table.ts';
import { labelsOf } from './group-labels.ts';
import { hiddenLayersOf } from './hidden-layers.ts';
import { figureOf, type Showing, type Slice } from './showing.ts';
import { summandsOf } from './summands.ts';

const mostGroups = 200;
const state = { suppressed: 1, published: 2 } as const;

type Profile = NonNullable<View['zoneProfile']>;

/** The released series of one zone, and its groups at the shown bin. */
export function zoneProfile(showing: Showing, slice: Slice, chosen: number): Profile {
  const { counted, recipe } = showing;
  const { zone, time } = counted.table.part;
  const groups = Array.from(zone ?? [], (one, i) => (one === chosen ? i : -1)).filter((i) => i !== -1);
  const published = groups.filter((i) => figureOf(showing, i) !== -1);
  const isHere = (i: number): boolean => (time ? time[i] === slice.bin : slice.bin === 'total');
  const cells =
    recipe.zeroGroups === 'hidden'
      ? cellsOfZone(counted)
      : groups.length + emptyHiddenIn(showing, groups, chosen);
  return {
    zone: chosen,
    ...seriesOf(showing, slice, { groups, chosen }),
    publishedGroups: published.length,
    suppressedGroups: cells - published.length,
    groups: largest(
      published.filter(isHere).map((i) => ({ ...labelsOf(counted, i), persons: figureOf(showing, i) })),
    ),
  };
}

function seriesOf(
  showing: Showing,
  slice: Slice,
  { groups, chosen }: { readonly groups: readonly number[]; readonly chosen: number },
): Pick<Profile, 'states' | 'values'> {
  const { counted, recipe } = showing;
  const bins = counted.bins.starts.length;
  const states = new Uint8Array(bins).fill(recipe.zeroGroups === 'hidden' ? state.suppressed : 0);
  const values = new Int32Array(bins);
  const { time } = counted.table.part;
  if (!time) return { states, values };
  const { layers } = hiddenLayersOf(showing);
  const isHiddenSummand = summandsOf(layers, { ...slice, bin: 'total' });
  layers.part.time?.forEach((at, i) => {
    if (layers.part.zone?.[i] === chosen && isHiddenSummand(i)) states[at] = state.suppressed;
  });
  const isSummand = summandsOf(counted.table, { ...slice, bin: 'total' });
  for (const i of groups) {
    if (!isSummand(i)) continue;
    const at = time[i] ?? 0;
    const figure = figureOf(showing, i);
    states[at] = Math.max(states[at] ?? 0, figure === -1 ? state.suppressed : state.published);
    values[at] = (values[at] ?? 0) + Math.max(0, figure);
  }
  return { states, values };
}

/** Empty groups of a zone that the release hides like others. */
function emptyHiddenIn(showing: Showing, groups: readonly number[], chosen: number): number {
  const { layers, classes, has } = hiddenLayersOf(showing);
  const { at } = showing.counted.table;
  const places = classes * (layers.part.zone?.filter((zone) => zone === chosen).length ?? 0);
  return places - groups.filter((i) => has(at[i] ?? -1)).length;
}

/** The groups as they stand; where they are too many, those with the most persons. */
function largest(groups: Profile['groups']): Profile['groups'] {
  if (groups.length <= mostGroups) return groups;
  const kept = new Set(groups.toSorted((a, b) => (b.persons ?? 0) - (a.persons ?? 0)).slice(0, mostGroups));
  return groups.filter((group) => kept.has(group));
}

/** How many groups a zone can have: all places of the cube that bear it. */
function cellsOfZone({ table }: CountedTable): number {
  return table.dimensions.reduce(
    (product, { name, size }) => (name === 'zone' ? product : product * size),
    1,
  );
}
