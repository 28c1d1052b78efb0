import { nearMisses } from './clean/near-misses.ts';
import { protectedTowns } from './clean/protected-towns.ts';
import type { CorpusCase } from './corpus-case.ts';
import { blankLeaks } from './leaks/blanks.ts';
import { budgetLeaks } from './leaks/budgets.ts';
import { combinedLeaks } from './leaks/combinations.ts';
import { followedLeaks } from './leaks/followed.ts';
import { pairsBetween } from './leaks/pairs-between.ts';
import { pairsInside } from './leaks/pairs-inside.ts';
import { pairsOfMaps } from './leaks/pairs-of-maps.ts';
import { smallGroupLeaks } from './leaks/small-groups.ts';
import { sumLeaks } from './leaks/sums.ts';
import { wholeGroupLeaks } from './leaks/whole-groups.ts';

/** Every release of the corpus that leaks, by what is wrong with it. */
export const leakingReleases: readonly CorpusCase[] = [
  ...smallGroupLeaks,
  ...blankLeaks,
  ...pairsInside,
  ...pairsBetween,
  ...pairsOfMaps,
  ...sumLeaks,
  ...wholeGroupLeaks,
  ...followedLeaks,
  ...budgetLeaks,
  ...combinedLeaks,
];

/** Releases that leak nothing the attacks look for. */
export const cleanReleases: readonly CorpusCase[] = [...protectedTowns, ...nearMisses];
