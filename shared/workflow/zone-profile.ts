import type { View } from '../ipc/view.ts';
import { totalAlong } from '../products/indexed-table.ts';
import { totalCategory } from '../products/bands.ts';
import { isShown } from './counted-table.ts';
import { figureOf, isSummand, type Showing, type Slice } from './zone-values.ts';

const mostGroups = 200;
const published = 2;

type Profile = NonNullable<View['zoneProfile']>;

/** The released series of one zone, and its groups at the shown bin. */
export function zoneProfile(showing: Showing, slice: Slice, chosen: number): Profile {
  const { counted, fates, recipe } = showing;
  const { table, bins } = counted;
  const { zone, time } = table.part;
  const states = new Uint8Array(bins.starts.length).fill(recipe.zeroGroups === 'hidden' ? 1 : 0);
  const values = new Int32Array(bins.starts.length);
  const groups: Profile['groups'] = [];
  let told = 0;
  let out = 0;
  for (let i = 0; i < table.at.length; i++) {
    if (zone?.[i] !== chosen) continue;
    told++;
    const shown = isShown(table, fates, recipe.minimumPersons, i);
    if (shown) out++;
    const persons = figureOf(showing, i);
    const at = time?.[i] ?? -1;
    if (at >= 0 && isSummand(table, slice, i)) {
      if (states[at] === 0) states[at] = 1;
      if (shown) {
        states[at] = published;
        values[at] = (values[at] ?? 0) + persons;
      }
    }
    const isHere = time === undefined ? slice.bin === 'total' : at === slice.bin;
    if (isHere && shown) groups.push({ ...labelsOf(showing, i), persons });
  }
  const cells = recipe.zeroGroups === 'hidden' ? cellsOfZone(table) : told;
  return {
    zone: chosen,
    states,
    values,
    publishedGroups: out,
    suppressedGroups: cells - out,
    groups: largest(groups),
  };
}

/** The groups as they stand; where they are too many, those with the most persons. */
function largest(groups: Profile['groups']): Profile['groups'] {
  if (groups.length <= mostGroups) return groups;
  const kept = new Set(groups.toSorted((a, b) => (b.persons ?? 0) - (a.persons ?? 0)).slice(0, mostGroups));
  return groups.filter((group) => kept.has(group));
}

/** How many groups a zone can have: all places of the cube that bear it. */
function cellsOfZone({ dimensions }: Showing['counted']['table']): number {
  return dimensions.reduce((product, { name, size }) => (name === 'zone' ? product : product * size), 1);
}

/** What group `i` is called, besides its zone and time. */
export function labelsOf({ counted }: Showing, i: number): Omit<Profile['groups'][number], 'persons'> {
  const { table, breakdown, placed } = counted;
  const { part } = table;
  const other = part.destination?.[i] ?? part.home?.[i];
  const totalHome = totalAlong(table, 'home');
  const age = breakdown.ages[part.age?.[i] ?? 0] ?? totalCategory;
  const gender = breakdown.genders[part.gender?.[i] ?? 0] ?? totalCategory;
  return {
    ...(part.band && { band: part.band[i] ?? 0 }),
    ...(other !== undefined && other !== totalHome && { zone: other < placed.shapes.length ? other : -1 }),
    ...(breakdown.ages.length > 0 && { ageBand: age }),
    ...(breakdown.genders.length > 0 && { gender }),
  };
}
