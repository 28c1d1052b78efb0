import type { AttackReport } from '../../evidence/attack-report.ts';
import type { Remedy } from '../../ipc/remedies.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { Ladder } from './remedy-ladders.ts';

/** Tries an attack on a recipe: by counting with the threshold alone, or after the whole protection. */
export type TryOut = (recipe: Recipe, how: 'counted' | 'whole') => Promise<AttackReport>;

/** Told how many changes were tried of how many at most. */
export type OnTried = (done: number, total: number) => void;

/**
 * The gentlest change of each kind after which the attack stays within its limit, by trying. The first that is found is confirmed by
 * one full run; should it fail there, the next one is.
 */
export async function findRemedies(
  recipe: Recipe,
  ladders: readonly Ladder[],
  tryOut: TryOut,
  onTried: OnTried,
): Promise<Remedy[]> {
  const total = ladders.reduce((sum, ladder) => sum + ladder.length, 1);
  const remedies: Remedy[] = [];
  let done = 0;
  for (const ladder of ladders) {
    for (const change of ladder) {
      // oxlint-disable-next-line no-await-in-loop -- the next change is tried only if this one does not help
      const { outcome, measured } = await tryOut({ ...recipe, ...change } as Recipe, 'counted');
      done += 1;
      onTried(done, total);
      if (outcome !== 'pass') continue;
      remedies.push({ change, confirmed: false, ...(measured !== undefined && { measured }) });
      break;
    }
  }
  return confirmed(recipe, remedies, tryOut);
}

async function confirmed(recipe: Recipe, found: readonly Remedy[], tryOut: TryOut): Promise<Remedy[]> {
  const [first, ...others] = found;
  if (first === undefined) return [];
  const { outcome, measured } = await tryOut({ ...recipe, ...first.change } as Recipe, 'whole');
  if (outcome !== 'pass') return confirmed(recipe, others, tryOut);
  return [{ change: first.change, confirmed: true, ...(measured !== undefined && { measured }) }, ...others];
}
