import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { exactRecipe } from '../corpus-material.ts';
import { demoTown } from '../demo-town.ts';
import { gridWorld } from '../grid-world.ts';
import { leak } from '../planted-case.ts';
import { publishing, withoutSecondary } from '../plants.ts';

const exactHours = { ...exactRecipe, timeBin: 'hour', minimumPersons: 1, zeroGroups: 'shown' } as const;
const town = { persons: 1200, days: 3, seed: 7 };
const grid = { side: 10, days: 3, binsPerHour: 1, speed: 1 };

/** Releases that tell who was in them, where people went, or each single person. */
export const followedLeaks: readonly CorpusCase[] = [
  leak('membership', 'exact hours of a small town without a threshold', 'membership', async () => ({
    extract: await demoTown(town),
    recipe: { ...exactHours, presence: 'stays' },
  })),
  leak('membership', 'exact hours by age and gender, two persons suffice', 'membership', async () => ({
    extract: await demoTown(town),
    recipe: {
      ...exactRecipe,
      timeBin: 'hour',
      presence: 'stays',
      minimumPersons: 2,
      ageBreaks: [30, 60],
      byGender: true,
    },
  })),
  leak('membership', 'three hundred people of a grid by the hour', 'membership', () => ({
    extract: gridWorld({ ...grid, persons: 300, side: 6, seed: 'three hundred' }),
    recipe: { ...exactRecipe, timeBin: 'hour' },
  })),
  ...([25, 40, 60] as const).map((persons) =>
    leak('recovery', `${persons} people of a grid, quarter by quarter`, 'recovery', () => ({
      extract: gridWorld({ ...grid, persons, binsPerHour: 4, seed: `${persons} people` }),
      recipe: { ...exactHours, timeBin: 'quarterHour' },
    })),
  ),
  leak(
    'reconstruction',
    'ages and genders of the town, with small groups hidden alone',
    'reconstruction',
    async () => ({
      extract: await demoTown(town),
      recipe: {
        ...presets['swiss-like'],
        timeBin: 'hour',
        minimumPersons: 5,
        ageBreaks: [18, 30, 45, 60],
        byGender: true,
        totals: true,
      },
      plant: withoutSecondary,
    }),
  ),
  leak('reconstruction', 'everything is told of everybody', 'reconstruction', async () => ({
    extract: await demoTown({ ...town, seed: 11 }),
    recipe: { ...exactRecipe, timeBin: 'hour', ageBreaks: [30, 60], byGender: true, totals: true },
    plant: publishing(() => true),
  })),
];
