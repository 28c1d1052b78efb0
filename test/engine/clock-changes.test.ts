import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { isoLocal } from '../../shared/base/calendar.ts';
import { offsetAt, offsetTable } from '../../shared/base/time-zone.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe, TimeBin } from '../../shared/recipe/recipe.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 30_000;
const people = 7;
let open: OpenReview;

/** A day of a clock change, how seven people write when they were seen, and in which bins they must be counted. */
interface ChangeDay {
  readonly timeZone: string;
  readonly what: string;
  readonly times: readonly string[];
  /** Starts of the bins as a local clock shows them, with its offset. */
  readonly quarterHours: readonly string[];
  readonly hours: readonly string[];
  readonly day: string;
}

const berlinSpring = {
  timeZone: 'Europe/Berlin',
  quarterHours: ['2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00'],
  hours: ['2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00'],
  day: '2026-03-29T00:00:00+01:00',
};
const aucklandSpring = {
  timeZone: 'Pacific/Auckland',
  quarterHours: ['2026-09-27T01:30:00+12:00', '2026-09-27T03:30:00+13:00'],
  hours: ['2026-09-27T01:00:00+12:00', '2026-09-27T03:00:00+13:00'],
  day: '2026-09-27T00:00:00+12:00',
};

// The hour that is skipped is read by the clock before the change, the one that comes twice the first time.
const days: readonly ChangeDay[] = [
  {
    ...berlinSpring,
    what: 'the hour skipped, by a local clock: half past two is half past three',
    times: ['2026-03-29 01:30:00', '2026-03-29 02:30:00', '2026-03-29 03:30:00'],
  },
  {
    ...berlinSpring,
    what: 'the hour skipped, with offsets',
    times: ['2026-03-29T01:30:00+01:00', '2026-03-29T02:30:00+01:00', '2026-03-29T03:30:00+02:00'],
  },
  {
    ...berlinSpring,
    what: 'the hour skipped, in UTC',
    times: ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
  },
  {
    timeZone: 'Europe/Berlin',
    what: 'the hour twice, by a local clock',
    times: ['2026-10-25 01:30:00', '2026-10-25 02:30:00', '2026-10-25 03:30:00'],
    quarterHours: ['2026-10-25T01:30:00+02:00', '2026-10-25T02:30:00+02:00', '2026-10-25T03:30:00+01:00'],
    hours: ['2026-10-25T01:00:00+02:00', '2026-10-25T02:00:00+02:00', '2026-10-25T03:00:00+01:00'],
    day: '2026-10-25T00:00:00+02:00',
  },
  {
    timeZone: 'Europe/Berlin',
    what: 'the hour twice, with offsets: both',
    times: [
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
      '2026-10-25T03:30:00+01:00',
    ],
    quarterHours: [
      '2026-10-25T01:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:30:00+01:00',
      '2026-10-25T03:30:00+01:00',
    ],
    hours: [
      '2026-10-25T01:00:00+02:00',
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T03:00:00+01:00',
    ],
    day: '2026-10-25T00:00:00+02:00',
  },
  {
    ...aucklandSpring,
    what: 'the hour skipped, by a local clock: half past two is half past three',
    times: ['2026-09-27 01:30:00', '2026-09-27 02:30:00', '2026-09-27 03:30:00'],
  },
  {
    ...aucklandSpring,
    what: 'the hour skipped, with offsets',
    times: ['2026-09-27T01:30:00+12:00', '2026-09-27T02:30:00+12:00', '2026-09-27T03:30:00+13:00'],
  },
  {
    timeZone: 'Pacific/Auckland',
    what: 'the hour twice, by a local clock',
    times: ['2026-04-05 01:30:00', '2026-04-05 02:30:00', '2026-04-05 03:30:00'],
    quarterHours: ['2026-04-05T01:30:00+13:00', '2026-04-05T02:30:00+13:00', '2026-04-05T03:30:00+12:00'],
    hours: ['2026-04-05T01:00:00+13:00', '2026-04-05T02:00:00+13:00', '2026-04-05T03:00:00+12:00'],
    day: '2026-04-05T00:00:00+13:00',
  },
  {
    timeZone: 'Pacific/Auckland',
    what: 'the hour twice, with offsets: both',
    times: [
      '2026-04-05T01:30:00+13:00',
      '2026-04-05T02:30:00+13:00',
      '2026-04-05T02:30:00+12:00',
      '2026-04-05T03:30:00+12:00',
    ],
    quarterHours: [
      '2026-04-05T01:30:00+13:00',
      '2026-04-05T02:30:00+13:00',
      '2026-04-05T02:30:00+12:00',
      '2026-04-05T03:30:00+12:00',
    ],
    hours: [
      '2026-04-05T01:00:00+13:00',
      '2026-04-05T02:00:00+13:00',
      '2026-04-05T02:00:00+12:00',
      '2026-04-05T03:00:00+12:00',
    ],
    day: '2026-04-05T00:00:00+13:00',
  },
];

beforeAll(async () => {
  open = openReview(await startWasmEngine());
}, timeLimit);
afterAll(() => open.close());

/** Local starts of the bins in which all seven people are published, in order. */
async function publishedIn(timeZone: string, timeBin: TimeBin): Promise<readonly string[]> {
  const recipe: Recipe = {
    ...presets.conservative,
    timeZone,
    timeBin,
    zones: { kind: 'h3', resolution: 6 },
    minimumPersons: 5,
    roundingBase: 1,
  };
  const groups = [...publishedGroups(await open.candidate(recipe))];
  expect(groups.map(([, count]) => count)).toEqual(groups.map(() => people));
  const starts = groups.map(([key]) => Number(key.split('|')[2])).toSorted((a, b) => a - b);
  return starts.map((start) => isoLocal(start, offsetAt(offsetTable(timeZone, start, start + 1), start)));
}

describe('seven people seen at 01:30, 02:30 and 03:30 on a day of a clock change', () => {
  it.each(days.map((day) => [day.timeZone, day.what, day] as const))(
    'are published in the right bins: %s, %s',
    async (timeZone, _, { times, quarterHours, hours, day }) => {
      const rows = Array.from({ length: people }, (_person, i) =>
        times.map((time) => `p${i},${time},51,12\n`),
      );
      const understanding = await open.load(
        { events: `person,time,lat,lon\n${rows.flat().join('')}` },
        { timeZone },
      );
      const told = new Set(quarterHours).size;
      expect(understanding).toMatchObject({
        rowsRead: people * times.length,
        rowsKept: people * told,
        dropped: { duplicate: people * (times.length - told) },
        firstDay: day.slice(0, 10),
        lastDay: day.slice(0, 10),
      });
      expect(await publishedIn(timeZone, 'quarterHour')).toEqual(quarterHours);
      expect(await publishedIn(timeZone, 'hour')).toEqual(hours);
      expect(await publishedIn(timeZone, 'day')).toEqual([day]);
    },
    timeLimit,
  );
});
