import type { AttackReport } from '../evidence/attack-report.ts';
import type { Candidate } from '../ipc/candidate.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { candidateOf } from './candidate.ts';
import type { Counter } from './counter.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import type { Protected } from './protector.ts';
import type { tallyOf } from './stage-tally.ts';
import { understandingOf } from './understanding.ts';

/** What a candidate says besides its tables. */
export interface Reviewed {
  readonly extract: ExtractInMemory;
  readonly counter: Counter;
  /** What stages 1 and 2 took away; what stage 3 did is added here. */
  readonly tally: (recipe: Recipe) => ReturnType<typeof tallyOf>;
}

/** The candidate that protected tables of a recipe make, with what the attacks on it came to so far. */
export function candidateOfReview(
  { extract, counter, tally }: Reviewed,
  recipe: Recipe,
  { tables, report }: Protected,
  attacks: readonly AttackReport[],
): Candidate {
  const sums = { groups: 0, primary: 0, secondary: 0 };
  for (const table of report.tables) {
    sums.groups += table.groups;
    sums.primary += table.primary;
    sums.secondary += table.secondary;
  }
  return candidateOf({
    recipe,
    understanding: understandingOf(extract, counter, recipe.zones),
    tables,
    tally: { ...tally(recipe), ...sums },
    protection: report,
    attacks,
  });
}
