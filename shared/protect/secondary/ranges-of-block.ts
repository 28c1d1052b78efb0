import { createAuditCache } from '../../audit/audit-cache.ts';
import { rangesOf } from '../../audit/ranges.ts';
import { emptyShown, published, unlisted, type Block } from './block.ts';
import { systemOfBlock } from './block-system.ts';
import { boundsOf } from './bounds.ts';
import type { Family } from './family.ts';
import { identitiesOf, type Identities } from './identities.ts';
import { costByMagnitude, loadBlock, ruleFor, type Loading } from './load-block.ts';
import { outerBounds, type OuterBounds } from './outer-bounds.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release } from './release.ts';
import type { Solving } from './solving.ts';
import { ended } from './steps.ts';
import { layoutOf } from './table-layout.ts';

/** States of every table's groups, and a zone of a table at a time; `time` is ignored where the table knows none. For flows, the zone people leave. */
export interface BlockPlace {
  readonly states: readonly Uint8Array[];
  /** As `suppress` tells it; none unless given. */
  readonly emptyHidden?: readonly ReadonlySet<number>[] | undefined;
  readonly table: number;
  readonly zone: number;
  readonly time: number;
}

/** What a reader of the figures can work out about a hidden place of a table's cube; `high` is Infinity where nothing bounds it. */
export interface HiddenRange {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Most places told. */
const mostRanges = 200;

/** What was worked out once for a pattern of states. */
interface Background {
  readonly identities: Identities;
  readonly outer: OuterBounds;
}

const backgroundOf = new WeakMap<readonly Uint8Array[], Background>();

/**
 * Ranges of the hidden places of a zone at a time, at most 200 of them, those with somebody in them first: a reader cannot tell them
 * from the empty ones that are hidden alike. Places at which the solver gave up are left out.
 */
export async function rangesOfBlock(
  release: Release,
  rule: ProtectionRule,
  place: BlockPlace,
  { solver, iterationLimit, signal }: Solving & { readonly signal?: AbortSignal | undefined },
): Promise<readonly HiddenRange[]> {
  const boundedByRule = release.tables.map(() => true);
  const { states, emptyHidden = [] } = place;
  const loading: Loading = {
    release,
    states,
    isFinal: true,
    rule,
    costOf: costByMagnitude,
    boundedByRule,
    emptyHidden,
  };
  const { identities, outer } = backgroundFor(loading);
  const index = identities.families.findIndex(({ tables }) => tables.includes(place.table));
  const family = identities.families[index];
  if (family === undefined) return [];
  const cache = createAuditCache();
  const ranges: HiddenRange[] = [];
  for (const number of blocksAt(release, family, place)) {
    const layers = family.layersOf(number);
    const block = loadBlock(loading, family, layers, outer.of(index, number));
    const wanted = hiddenPlaces(release, family, block, { ...place, number });
    const left = wanted.slice(0, mostRanges - ranges.length);
    if (left.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- one solver answers one block after the other
    ranges.push(
      ...(await rangesIn(block, ruleFor(loading, layers), left, { solver, iterationLimit, signal, cache })),
    );
  }
  return ranges;
}

function backgroundFor(loading: Loading): Background {
  const known = backgroundOf.get(loading.states);
  if (known !== undefined) return known;
  const identities = identitiesOf(loading.release);
  const background = { identities, outer: ended(outerBounds(loading, identities)) };
  backgroundOf.set(loading.states, background);
  return background;
}

function blocksAt(release: Release, family: Family, { table, zone, time }: BlockPlace): readonly number[] {
  if (family.name !== 'flows') return [zone * family.times + (family.times > 1 ? time : 0)];
  const source = release.tables[table]?.table;
  const destinations = source?.dimensions.find(({ name }) => name === 'destination')?.size ?? 0;
  return Array.from({ length: destinations }, (_, to) => (zone * destinations + to) * family.times + time);
}

interface Hidden {
  readonly group: number;
  readonly at: number;
}

function hiddenPlaces(
  release: Release,
  family: Family,
  block: Block,
  { table, zone, time, number }: BlockPlace & { readonly number: number },
): readonly Hidden[] {
  const { classes } = family.frame;
  const source = release.tables[table]?.table;
  const isDay = family.name === 'period' && source?.product === 'footfall';
  const start = isDay && source !== undefined ? (zone * layoutOf(source).times + time) * classes : -1;
  const found = family.layersOf(number).flatMap((members, layer) =>
    members
      .filter((member) => member.table === table && (start < 0 || member.start === start))
      .flatMap((member) =>
        Array.from({ length: classes }, (_, at) => ({
          group: layer * classes + at,
          at: member.start + at,
        })),
      ),
  );
  const hidden = found.filter(({ group }) => isHidden(block.state[group] ?? published));
  const isEmpty = ({ group }: Hidden) => (block.persons[group] ?? 0) === 0;
  return [...hidden.filter((one) => !isEmpty(one)), ...hidden.filter(isEmpty)];
}

function isHidden(state: number): boolean {
  return state !== published && state !== emptyShown && state !== unlisted;
}

async function rangesIn(
  block: Block,
  rule: ProtectionRule,
  wanted: readonly Hidden[],
  options: Parameters<typeof rangesOf>[3] & Pick<Solving, 'solver'>,
): Promise<readonly HiddenRange[]> {
  const bounds = boundsOf(block, rule, 'figures');
  const { system, groupOf, variableOf } = systemOfBlock(block, bounds);
  const open = wanted.filter(({ group }) => (variableOf[group] ?? -1) >= 0);
  const known = wanted.filter(({ group }) => (variableOf[group] ?? -1) < 0);
  const targets = Int32Array.from(open, ({ group }) => variableOf[group] ?? 0);
  const point = Float64Array.from(groupOf, (group) => block.persons[group] ?? 0);
  const found = await rangesOf(system, targets, options.solver, { ...options, point });
  const ranges = open.map(({ at }, i) => ({ at, low: found.low[i] ?? 0, high: found.high[i] ?? Infinity }));
  return [
    ...known.map(({ group, at }) => ({ at, low: bounds.low[group] ?? 0, high: bounds.high[group] ?? 0 })),
    ...ranges.filter((_, i) => found.gaveUp[i] !== 1),
  ].toSorted((a, b) => a.at - b.at);
}
