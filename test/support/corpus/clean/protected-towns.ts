import { presets } from '../../../../shared/recipe/presets.ts';
import type { CorpusCase } from '../corpus-case.ts';
import { demoTown } from '../demo-town.ts';
import { gridWorld } from '../grid-world.ts';
import { clean } from '../planted-case.ts';

const town = { persons: 1200, days: 3, seed: 7 };
const other = { ...town, seed: 11 };
const period = { from: '2026-05-04', to: '2026-05-06' } as const;
const all = ['footfall', 'dwell', 'frequency', 'flows', 'catchment'] as const;

/** What protection really gives of the invented town and of a grid. */
export const protectedTowns: readonly CorpusCase[] = [
  clean('the town by the hour, as the conservative preset has it', async () => ({
    extract: await demoTown(town),
    recipe: presets.conservative,
  })),
  clean('five tables of the town by daypart', async () => ({
    extract: await demoTown(other),
    recipe: { ...presets.conservative, timeBin: 'daypart', products: [...all], minimumNights: 2 },
  })),
  clean('the town by the day', async () => ({
    extract: await demoTown(town),
    recipe: { ...presets['swiss-like'], timeBin: 'day' },
  })),
  clean('ages and genders of the town with their sums', async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'day',
      ageBreaks: [18, 30, 45, 60],
      byGender: true,
      totals: true,
    },
  })),
  clean('ages of the town, rounded to five', async () => ({
    extract: await demoTown(other),
    recipe: { ...presets['swiss-like'], timeBin: 'day', roundingBase: 5, ageBreaks: [30, 60], totals: true },
  })),
  clean('districts of the town and their zones', async () => ({
    extract: await demoTown(town),
    recipe: { ...presets['swiss-like'], timeBin: 'day', levels: [1], totals: true },
  })),
  clean('stays by band and their sum as footfall', async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'daypart',
      presence: 'stays',
      products: ['footfall', 'dwell'],
    },
  })),
  clean('the town with noise on every person', async () => ({
    extract: await demoTown(town),
    recipe: { ...presets['differential-privacy'], period },
  })),
  clean('the town by the day with noise on every person', async () => ({
    extract: await demoTown(other),
    recipe: { ...presets['differential-privacy'], timeBin: 'day', period, ageBreaks: [40] },
  })),
  clean('the town with cell-key noise', async () => ({
    extract: await demoTown(town),
    recipe: {
      ...presets['swiss-like'],
      timeBin: 'day',
      guarantee: {
        kind: 'classical',
        cellKeyNoise: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
      },
    },
  })),
  clean('a thousand people of a grid by the hour', () => ({
    extract: gridWorld({ persons: 1000, side: 5, days: 3, binsPerHour: 1, speed: 1, seed: 'a thousand' }),
    recipe: { ...presets.conservative, timeBin: 'hour' },
  })),
];
