import type { LinearSystem, Ranges } from '../../audit/linear-system.ts';
import { propagate } from '../../audit/propagate.ts';
import { stretchKey } from '../../ledger/stretch.ts';
import { frameOf, layerOf, type ClusterFrame } from './cluster-frame.ts';
import type { Cluster } from './clusters.ts';
import { omissionTargets, remainderTargets } from './omission-targets.ts';
import { addSlot } from './slot-variables.ts';
import type { Slot } from './slots.ts';
import { systemBuilder } from './system-builder.ts';
import type { Side } from './table-pairs.ts';
import { classTargets, layerTargets, type Target } from './targets.ts';

/** A cluster as a linear system over its atoms, and what may be exposed, small groups first. */
export interface ClusterSystem {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
}

/** What bands and homes say of the persons of a slot, worked out once for all clusters it takes part in. */
export type SlotBounds = Map<Slot, Map<string, Ranges | undefined>>;

/** What all clusters of one search share. `hasHomes`: sides whose homes lie on one line. */
export interface ClusterContext {
  readonly hasHomes: (side: Side) => boolean;
  readonly bounds: SlotBounds;
}

/**
 * Writes a cluster over the atoms of its figures: the pieces of age, gender, bands and homes between all cuts. Each figure is a sum
 * of atoms within what rounding and noise leave; bands and homes add up to the persons of the slot, class by class; the
 * persons of a part are among those of the whole. Where two slots meet, their bands and homes count as far as propagation carries them.
 */
export function clusterSystem(cluster: Cluster, context: ClusterContext): ClusterSystem {
  return cluster.part
    ? systemOfTwo(cluster.whole, cluster.part, context)
    : systemOfOne(cluster.whole, context);
}

function systemOfOne(slot: Slot, { hasHomes }: ClusterContext): ClusterSystem {
  const frame = frameOf([slot], hasHomes);
  const builder = systemBuilder();
  const variables = addSlot(builder, frame, slot);
  const targets = [
    ...classTargets(builder, frame, variables.persons),
    ...omissionTargets(builder, frame, variables.persons),
    ...layerTargets(builder, frame, variables),
  ];
  return { targets, system: builder.built() };
}

function systemOfTwo(whole: Slot, part: Slot, context: ClusterContext): ClusterSystem {
  const frame = frameOf([whole, part], context.hasHomes);
  const builder = systemBuilder();
  const [ofWhole, ofPart] = [whole, part].map((slot) => {
    const { persons } = addSlot(builder, { ...frame, layers: new Map() }, slot);
    const bounds = boundsOf(slot, frame, context.bounds);
    if (bounds)
      persons.forEach((v, i) =>
        builder.sum([v], { low: bounds.low[i] ?? 0, high: bounds.high[i] ?? Infinity }),
      );
    return persons;
  });
  const left = (ofWhole ?? []).map((total, i) => {
    const rest = builder.add();
    builder.equal(total, [ofPart?.[i] ?? 0, rest]);
    return rest;
  });
  const targets = [
    ...classTargets(builder, frame, left),
    ...remainderTargets(builder, frame, { left, ofPart: ofPart ?? [] }),
  ];
  return { targets, system: builder.built() };
}

/** Bounds of the persons of a slot, class by class, from all its figures; `undefined` where bands and homes say nothing. */
function boundsOf(slot: Slot, frame: ClusterFrame, known: SlotBounds): Ranges | undefined {
  if (![...slot.rows.keys()].some((side) => layerOf(side) !== undefined)) return undefined;
  const ofSlot = known.get(slot) ?? new Map<string, Ranges | undefined>();
  known.set(slot, ofSlot);
  const key = [frame.ages, frame.genders, ...frame.layers.values()]
    .map(({ pieces }) => pieces.map(stretchKey).join())
    .join(' ');
  if (!ofSlot.has(key)) {
    const builder = systemBuilder();
    addSlot(builder, frame, slot);
    ofSlot.set(key, propagate(builder.built()));
  }
  return ofSlot.get(key);
}
