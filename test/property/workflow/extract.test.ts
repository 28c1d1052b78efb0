import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latLngToCell } from 'h3-js';
import { startWasmEngine as startEngine } from '../../../electron/node/wasm-engine.ts';
import { lineChunks } from '../../../shared/extract/text-chunks.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { publishedGroups } from '../../support/candidate-groups.ts';
import { openReview, type OpenReview } from '../../support/open-review.ts';
import { plainBinName, plainFootfall, type PlainBin } from '../../support/plain-footfall.ts';

const seed = 20_261_025;
const timeLimit = 30_000;
const places = [
  [51.34, 12.37],
  [51.5, 12.9],
  [50.9, 11.2],
] as const;
const zoneIds = places.map(([lat, lon]) => latLngToCell(lat, lon, 6));
/** Two days with a clock change in three time zones, as local midnights in UTC. */
const settings = [
  ['Europe/Berlin', '2026-10-24T22:00:00Z'],
  ['America/St_Johns', '2026-03-08T03:30:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T13:00:00Z'],
] as const;
const drawn = fc.record({
  setting: fc.constantFrom(...settings),
  bin: fc.constantFrom<PlainBin>('quarterHour', 'hour', 'daypart', 'day'),
  minimumPersons: fc.integer({ min: 1, max: 4 }),
  rows: fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 8 }),
      after: fc.integer({ min: 0, max: 40 * 3600 }),
      zone: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 20, maxLength: 120 },
  ),
  ages: fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { minLength: 9, maxLength: 9 }),
});

let open: OpenReview;
beforeAll(async () => {
  open = openReview(await startEngine());
}, timeLimit);
afterAll(() => open.close());

describe('an extract from file to candidate', () => {
  it(
    'publishes what sets of persons say, for drawn files, bins, thresholds, ages and time zones',
    async () => {
      await fc.assert(
        fc.asyncProperty(drawn, async ({ setting: [timeZone, from], bin, minimumPersons, rows, ages }) => {
          const first = Date.parse(from) / 1000;
          const events = rows.map(({ person, after, zone }) => {
            const [lat, lon] = places[zone] ?? [0, 0];
            return `person ${person},${new Date((first + after) * 1000).toISOString()},${lat},${lon}\n`;
          });
          const people = ages.map((age, person) => `person ${person},${age ?? ''}\n`);
          const seen = rows.some(({ person }) => ages[person] !== null);
          await open.load(
            { events: `person,time,lat,lon\n${events.join('')}`, persons: `person,age\n${people.join('')}` },
            { timeZone },
          );
          const candidate = await open.candidate({
            ...presets.conservative,
            machineLike: 'count',
            timeZone,
            timeBin: bin,
            zones: { kind: 'h3', resolution: 6 },
            ageBreaks: seen ? [18] : [],
            minimumPersons,
            roundingBase: 1,
          });
          const classes = ages.map((age) => (!seen ? 0 : age === null ? 2 : age < 18 ? 0 : 1));
          const bands = seen ? ['0-17', '18+', 'unknown'] : [''];
          const reference = plainFootfall(
            rows.map(({ person, after, zone }) => ({ person, second: first + after, zone })),
            classes,
            (second) => plainBinName(bin, timeZone, second),
          );
          const expected = [...reference]
            .filter(([, persons]) => persons >= minimumPersons)
            .map(([key, persons]) => {
              const [zone = '', name = '', group = ''] = key.split('|');
              return [`${zoneIds[Number(zone)]} ${name} ${bands[Number(group)]}`, persons] as const;
            });
          const published = [...publishedGroups(candidate)].map(([key, persons]) => {
            const [zone, , start, , band] = key.split('|');
            return [`${zone} ${plainBinName(bin, timeZone, Number(start))} ${band}`, persons] as const;
          });
          expect(new Map(published)).toEqual(new Map(expected));
          expect(published.length).toBe(expected.length);
        }),
        { seed, numRuns: 50 },
      );
    },
    timeLimit,
  );
});

describe('cutting a file into chunks', () => {
  it('keeps every line once and whole, wherever the pieces end', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ü', ',', '😀'), maxLength: 5 });
    const file = fc.record({
      lines: fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 30 }),
      pieceSize: fc.integer({ min: 1, max: 40 }),
      chunkSize: fc.integer({ min: 40, max: 120 }),
      encoding: fc.constantFrom('utf-8' as const, 'utf-16le' as const),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ lines, pieceSize, chunkSize, encoding }) => {
        const text = `\uFEFF${lines.map((pair) => pair.join('')).join('')}`;
        const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const pieces = async function* (): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
        };
        let all = '';
        let filled = 0;
        let before = 0;
        for await (const chunk of lineChunks(pieces(), encoding, chunkSize)) {
          const own = Buffer.from(chunk.bytes).toString('utf8');
          expect(own.endsWith('\n')).toBe(true);
          expect(chunk.linesBefore).toBe(before);
          before += own.split('\n').length - 1;
          all += own;
          filled += chunk.lines;
        }
        expect(all.split('\n').slice(0, -1)).toEqual(lines.map(([content]) => content));
        expect(filled).toBe(lines.filter(([content]) => content !== '').length);
      }),
      { seed, numRuns: 300 },
    );
  });
});
