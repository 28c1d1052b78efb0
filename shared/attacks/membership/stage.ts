import { seededRandom, type SeededRandom } from '../random.ts';
import type { Traces } from '../traces.ts';
import type { MembershipInput, MembershipOptions } from './options.ts';
import { drawTargets, sparseGroups, strataOf, type Strata } from './strata.ts';
import { onSlots, touchedBy } from './touched.ts';

/** People on one side of the game, on the slots of the targets alone. */
export interface Side {
  readonly traces: Traces;
  /** Who may be drawn; its order changes. */
  readonly pool: Uint32Array;
}

/** Who is asked about, and from whom groups of people are drawn. */
export interface Stage {
  readonly targets: Uint32Array;
  readonly strata: Strata;
  /** Cells of target t: `cellStarts[t]` to `cellStarts[t + 1] - 1`. */
  readonly cellStarts: Uint32Array;
  readonly slotOf: Uint32Array;
  readonly groupOf: Uint32Array;
  readonly reference: Side;
  readonly test: Side;
}

/**
 * Draws targets and splits everybody else into people from whom the attacker learns and people among whom the targets are hidden: nobody
 * is both. Targets are in neither. Yields every few milliseconds.
 */
export function* stageOf(
  { traces, sparse, reference, among }: MembershipInput,
  { seed, targets: wanted }: MembershipOptions,
): Generator<void, Stage> {
  const strata = yield* strataOf(traces, sparse ?? (yield* sparseGroups(traces)));
  const most = Math.min(wanted, Math.floor(traces.persons / 4));
  const targets = drawTargets({ ...strata, among }, most, seededRandom(seed, 'membership targets'));
  const touched = touchedBy(traces, targets);
  const short = yield* onSlots(traces, touched);
  const others = shuffledOthers(traces.persons, targets, seededRandom(seed, 'membership pools'));
  const half = Math.floor(others.length / 2);
  const cellStarts = new Uint32Array(targets.length + 1);
  for (const [t, target] of targets.entries()) {
    cellStarts[t + 1] = (cellStarts[t] ?? 0) + (short.starts[target + 1] ?? 0) - (short.starts[target] ?? 0);
  }
  const slotOf = new Uint32Array(cellStarts[targets.length] ?? 0);
  for (const [t, target] of targets.entries()) {
    slotOf.set(short.groupOf.subarray(short.starts[target], short.starts[target + 1]), cellStarts[t]);
  }
  return {
    targets,
    strata,
    cellStarts,
    slotOf,
    groupOf: slotOf.map((slot) => touched.groups[slot] ?? 0),
    reference:
      reference === undefined
        ? { traces: short, pool: others.slice(0, half) }
        : {
            traces: yield* onSlots(reference, touched),
            pool: Uint32Array.from({ length: reference.persons }, (_, p) => p),
          },
    test: { traces: short, pool: others.slice(half) },
  };
}

function shuffledOthers(persons: number, targets: Uint32Array, random: SeededRandom): Uint32Array {
  const isTarget = new Uint8Array(persons);
  for (const target of targets) isTarget[target] = 1;
  const others = Uint32Array.from({ length: persons }, (_, p) => p).filter((p) => isTarget[p] === 0);
  for (let i = others.length - 1; i > 0; i -= 1) {
    const other = random.below(i + 1);
    const one = others[other] ?? 0;
    others[other] = others[i] ?? 0;
    others[i] = one;
  }
  return others;
}
