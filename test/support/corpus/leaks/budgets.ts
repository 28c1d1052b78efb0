import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { demoTown } from '../demo-town.ts';
import { leak } from '../planted-case.ts';

const days = 3;
const period = { from: '2026-05-04', to: '2026-05-06' } as const;

/** Budgets that are small for one event and stand for a person in as many groups as a day allows. */
export const budgetLeaks: readonly CorpusCase[] = (
  [
    [8, 0.1],
    [24, 0.05],
    [24, 0.02],
  ] as const
).map(([groupsPerDay, perEvent]) =>
  leak('budget', `rho ${perEvent} for an event, ${groupsPerDay} events a day`, 'promise', async () => ({
    extract: await demoTown({ persons: 1200, days, seed: 7 }),
    recipe: {
      ...presets['differential-privacy'],
      timeBin: 'hour',
      period,
      maximumGroupsPerPersonDay: groupsPerDay,
      guarantee: {
        kind: 'differentialPrivacy',
        rho: (perEvent * groupsPerDay * days).toFixed(2),
        deltaExponent: 6,
      },
    },
  })),
);
