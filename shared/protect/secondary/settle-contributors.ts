import { primary, type Block } from './block.ts';
import type { Court } from './court.ts';
import { readerOf, type Need } from './need.ts';
import type { Steps } from './steps.ts';
import { unmovedOf, type Unmoved } from './unmoved.ts';

/** A group that gives another one away to whoever contributes to it, or of which that could not be told. */
export interface Betrayal {
  readonly need: Need;
  readonly ruling: 'exact' | 'gaveUp';
}

/**
 * Of needs about contributors, those in which somebody who knows the number of one group of a single contributor is left with one
 * number for the group of the need, named in `known`. All groups that one such person might learn are looked at together; numbers
 * found before acquit those that they change. Not held against a release: what the rule and the sums give away alone.
 */
export function* settleContributors(court: Court, needs: readonly Need[]): Steps<readonly Betrayal[]> {
  const [first] = needs;
  if (first === undefined) return [];
  const reader = readerOf(first, court.rule.rule);
  const found = new Map<Need, Betrayal>();
  const knownOf = new Map(needs.map((need) => [need, new Set(knownTo(court.block, need))]));
  const isOpen = (need: Need, known: number) =>
    found.get(need)?.ruling !== 'exact' &&
    knownOf.get(need)?.has(known) === true &&
    !court.hasMoved(reader, need.group, known);
  for (const known of new Set([...knownOf.values()].flatMap((all) => [...all]))) {
    const suspects = needs.filter((need) => isOpen(need, known));
    if (suspects.length === 0) continue;
    const { fixed, untold } = yield* betrayedBy(court, known, suspects);
    for (const need of suspects) {
      if (untold.includes(need.group)) found.set(need, { need, ruling: 'gaveUp' });
      if (fixed.includes(need.group)) found.set(need, { need: { ...need, known }, ruling: 'exact' });
    }
  }
  return needs.flatMap((need) => found.get(need) ?? []);
}

function* betrayedBy(court: Court, known: number, suspects: readonly Need[]): Steps<Unmoved> {
  const [first] = suspects;
  if (first === undefined) return { fixed: [], untold: [] };
  const reader = readerOf(first, court.rule.rule);
  const groups = [...new Set(suspects.map(({ group }) => group))];
  const { persons } = court.block;
  const shown = court.openedKnowing(reader, known);
  try {
    const note = (numbers: Float64Array) => court.note(reader, numbers);
    const { fixed, untold } = yield* unmovedOf(shown, persons, groups, note);
    if (fixed.length === 0) return { fixed, untold };
    const anyway = court.openedWithoutFigures(reader, known);
    try {
      const alone = yield* unmovedOf(anyway, persons, fixed, () => undefined);
      return { fixed: fixed.filter((group) => !alone.fixed.includes(group)), untold };
    } finally {
      anyway.close();
    }
  } finally {
    shown.close();
  }
}

function knownTo(block: Block, { group, known }: Need): readonly number[] {
  if (known >= 0) return [known];
  return [...block.single.keys()].filter(
    (at) => at !== group && block.single[at] === 1 && block.state[at] === primary,
  );
}
