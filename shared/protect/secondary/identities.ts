import {
  countsDaysOf,
  dwellWithFootfall,
  placed,
  showsDwellTotals,
  tableFamily,
  type Family,
  type Placed,
} from './family.ts';
import { linksBetween, type Link } from './links.ts';
import { periodFamily } from './period-family.ts';
import type { Release } from './release.ts';
import { ended, type Steps } from './steps.ts';
import { haveSameClasses } from './table-layout.ts';

/** Kinds of sums and bounds that tie the groups of a release. The first five are equations. */
export type IdentityName =
  | 'ages-and-genders'
  | 'dwell-bands'
  | 'frequency-bands'
  | 'catchment-homes'
  | 'flows-ages-and-genders'
  | 'frequency-equals-catchment'
  | 'dwell-equals-footfall'
  | 'days-visited'
  | 'within-period'
  | 'zone-levels';

/** A kind of identity and in how many sums or bounds it was used, counted over all classes. */
export interface UsedIdentity {
  readonly name: IdentityName;
  readonly count: number;
}

/** Everything a reader can set the tables of a release against each other with. */
export interface Identities {
  readonly families: readonly Family[];
  readonly links: readonly Link[];
  readonly used: readonly UsedIdentity[];
}

/**
 * The identities that tie the tables of a release, in independent blocks. Sums within a block are used in full; bounds between
 * blocks (`links`: a part is not more than the whole, the whole not more than all its parts) by propagation only.
 * Flows are tied to nothing but themselves: distinct persons do not add up over destinations.
 */
export function* findIdentities(release: Release): Steps<Identities> {
  const families = familiesOf(release);
  const links: Link[] = [];
  for (const link of linksBetween(release, families)) {
    links.push(link);
    yield;
  }
  return { families, links, used: usedBy(families, links) };
}

/** The same at once. */
export function identitiesOf(release: Release): Identities {
  return ended(findIdentities(release));
}

function familiesOf(release: Release): readonly Family[] {
  const footfall = placed(release, 'footfall');
  const dwell = placed(release, 'dwell');
  const frequency = placed(release, 'frequency');
  const flows = placed(release, 'flows');
  const isInDwell =
    footfall !== undefined && dwell !== undefined && showsDwellTotals(release, footfall, dwell);
  const isInPeriod =
    footfall !== undefined && frequency !== undefined && countsDaysOf(release, footfall, frequency);
  const families: Family[] = [];
  if (footfall !== undefined && !isInDwell && !isInPeriod) families.push(tableFamily('footfall', footfall));
  if (dwell !== undefined)
    families.push(isInDwell ? dwellWithFootfall(dwell, footfall) : tableFamily('dwell', dwell));
  families.push(...periodFamilies(release, frequency, isInPeriod ? footfall : undefined));
  if (flows !== undefined) families.push(tableFamily('flows', flows));
  return families;
}

function periodFamilies(
  release: Release,
  frequency: Placed | undefined,
  footfall: Placed | undefined,
): readonly Family[] {
  const catchment = placed(release, 'catchment');
  if (frequency === undefined) return catchment === undefined ? [] : [tableFamily('catchment', catchment)];
  const fits =
    catchment !== undefined &&
    haveSameClasses(frequency.layout, catchment.layout) &&
    frequency.layout.zones === catchment.layout.zones;
  if (catchment === undefined || fits) {
    const { daysOfBands } = release;
    return catchment === undefined && footfall === undefined
      ? [tableFamily('frequency', frequency)]
      : [periodFamily({ frequency, catchment, footfall, daysOfBands })];
  }
  const alone =
    footfall === undefined
      ? tableFamily('frequency', frequency)
      : periodFamily({ frequency, catchment: undefined, footfall, daysOfBands: release.daysOfBands });
  return [alone, tableFamily('catchment', catchment)];
}

function usedBy(families: readonly Family[], links: readonly Link[]): readonly UsedIdentity[] {
  const counts = new Map<IdentityName, number>();
  const add = (name: IdentityName, count: number) => {
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
  };
  for (const family of families) for (const [name, count] of usedByFamily(family)) add(name, count);
  for (const link of links) add(link.name, link.count);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function usedByFamily({ name, frame, count, tables }: Family): readonly (readonly [IdentityName, number])[] {
  const { layers, ages, genders, ageTotal, genderTotal, parts, weights } = frame.shape;
  const inLayers = count * layers * ((ageTotal ? genders : 0) + (genderTotal ? ages : 0));
  const perClass = count * frame.classes;
  const sums = parts.length > 0 ? perClass : 0;
  return [
    [name === 'flows' ? 'flows-ages-and-genders' : 'ages-and-genders', inLayers],
    ['dwell-bands', name === 'dwell' ? sums : 0],
    ['dwell-equals-footfall', name === 'dwell' && tables.length > 1 ? perClass : 0],
    ['frequency-bands', name === 'frequency' || name === 'period' ? sums : 0],
    ['catchment-homes', name === 'catchment' || parts.length > 1 ? sums : 0],
    ['frequency-equals-catchment', parts.length > 1 ? perClass : 0],
    ['days-visited', weights.length > 0 ? 2 * perClass : 0],
    ['within-period', Math.max(0, weights.length - 2) * perClass],
  ];
}
