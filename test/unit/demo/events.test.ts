import { describe, expect, it } from 'vitest';
import { daysFromCivil } from '../../../shared/base/calendar.ts';
import { demoEvents } from '../../../shared/demo/events.ts';
import { noFaults, type DemoFaults } from '../../../shared/demo/faults.ts';
import { personOf } from '../../../shared/demo/person.ts';
import { isRemoved, ownerOf, pseudonymOf, stillDevices } from '../../../shared/demo/sims.ts';
import type { DemoSettings } from '../../../shared/demo/settings.ts';
import { demoTown, surroundingsOf } from '../../../shared/demo/town.ts';

const settings: DemoSettings = { preset: 'town', persons: 1500, days: 7, seed: 1 };
const { lines, faults, chunkSizes } = run(settings);
const rows = lines.map((line) => line.split(','));
const cells = new Map(demoTown(settings).cells.map((cell) => [cell.id, cell]));

function run(of: DemoSettings): {
  readonly lines: readonly string[];
  readonly faults: DemoFaults;
  readonly chunkSizes: readonly number[];
} {
  const source = demoEvents(of);
  const chunks: Uint8Array[] = [];
  for (let next = source.next(); ; next = source.next()) {
    if (next.done === true) {
      const text = Buffer.concat(chunks).toString('latin1');
      const all = text.trimEnd().split('\n').slice(1);
      return { lines: all, faults: next.value, chunkSizes: chunks.map((chunk) => chunk.length) };
    }
    chunks.push(next.value);
  }
}

function isGood(row: readonly string[]): boolean {
  return row.length === 4 && row[0] !== '0000-00-00T00:00:00Z' && row[1] !== '' && cells.has(row[2] ?? '');
}

function reasonOf(
  row: readonly string[],
  objectors: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): keyof DemoFaults | undefined {
  const [time = '', person = '', cell = ''] = row;
  const reasons: readonly (readonly [keyof DemoFaults, boolean])[] = [
    ['raggedRows', row.length !== 4],
    ['brokenTimes', !time.startsWith('2026-')],
    ['missingPersons', person === ''],
    ['unknownCells', !cells.has(cell)],
    ['objectorRows', objectors.has(person)],
    ['outsideRows', cells.get(cell)?.district === undefined],
    ['duplicates', seen.has(`${time},${person}`)],
  ];
  return reasons.find(([, holds]) => holds)?.[0];
}

describe('the rows of the event file', () => {
  it('hold exactly the faults that the truth states, by the first reason that fits', () => {
    const found: DemoFaults = { ...noFaults(), pingPongs: faults.pingPongs };
    const objectors = new Set(
      Array.from({ length: settings.persons }, (_, i) => i)
        .filter((i) => isRemoved(settings, i))
        .map((i) => pseudonymOf(settings.seed, i)),
    );
    const seen = new Set<string>();
    for (const row of rows) {
      found.rows++;
      const reason = reasonOf(row, objectors, seen);
      if (reason !== undefined) found[reason]++;
      seen.add(row.slice(0, 2).join());
    }
    expect(found).toEqual(faults);
    for (const count of Object.values(faults)) expect(count).toBeGreaterThan(0);
  });

  it('go from a cell to another and back within 10 seconds at least as often as the truth says', () => {
    const good = rows.filter(isGood).filter((row, i, all) => row.join() !== all[i - 1]?.join());
    const found = good.filter((back, i) => {
      const there = good[i - 2];
      const away = good[i - 1];
      if (there === undefined || away === undefined || back[1] !== there[1] || back[1] !== away[1])
        return false;
      const seconds = (Date.parse(back[0] ?? '') - Date.parse(there[0] ?? '')) / 1000;
      return back[2] === there[2] && back[2] !== away[2] && seconds >= 0 && seconds <= 10;
    });
    expect(found.length).toBeGreaterThanOrEqual(faults.pingPongs);
    expect(found.length).toBeLessThan(faults.pingPongs * 1.1);
  });

  it('never have two SIMs of a person say the same second', () => {
    const pairs = Array.from({ length: settings.persons }, (_, i) => i).filter(
      (i) => ownerOf(settings.seed, i) !== i,
    );
    expect(pairs.length).toBeGreaterThan(2);
    for (const second of pairs) {
      const [first, other] = [second - 1, second].map((sim) => {
        const id = pseudonymOf(settings.seed, sim);
        return new Set(rows.filter((row) => row[1] === id && isGood(row)).map((row) => row[0]));
      });
      expect([...(first ?? [])].filter((time) => other?.has(time))).toEqual([]);
    }
  });

  it('have two devices that stand still and report in every hour', () => {
    for (const number of stillDevices) {
      const id = pseudonymOf(settings.seed, number);
      const good = rows.filter((row) => row[1] === id && isGood(row));
      expect(new Set(good.map((row) => row[2])).size).toBe(1);
      expect(good.length).toBeGreaterThan(7 * 24 * 0.9);
    }
  });

  it('come in chunks of about 1 MiB', () => {
    for (const size of chunkSizes) expect(size).toBeLessThan(1.1 * 2 ** 20);
    expect(chunkSizes.length).toBeGreaterThan(3);
  });

  it('stay within the local days asked for', () => {
    const first = daysFromCivil(2026, 5, 4) * 86_400_000 - 7_200_000;
    for (const row of rows.filter(isGood)) {
      const time = Date.parse(row[0] ?? '');
      expect(time >= first && time < first + 7 * 86_400_000).toBe(true);
    }
  });

  it('give a person the same events however many people there are', () => {
    const few = run({ ...settings, persons: 300 });
    const id = pseudonymOf(settings.seed, 17);
    const of = (from: readonly string[]) => from.filter((line) => line.includes(id));
    expect(of(few.lines).length).toBeGreaterThan(10);
    expect(of(few.lines)).toEqual(of(lines));
  });

  it('give a person the same first days however many days there are', () => {
    const short = run({ ...settings, persons: 256, days: 2 });
    const long = run({ ...settings, persons: 256, days: 3 });
    expect(long.lines.slice(0, short.lines.length)).toEqual(short.lines);
  });

  it('change with the seed', () => {
    const other = run({ ...settings, persons: 256, days: 1, seed: 2 });
    const own = new Set(lines);
    expect(other.lines.filter((line) => own.has(line))).toEqual([]);
  });
});

/** Distinct people in a district on Tuesday between two UTC hours. */
function people(district: number, from: number, to: number): number {
  const there = rows.filter((row) => {
    const hour = Number(row[0]?.slice(11, 13));
    const tuesday = row[0]?.startsWith('2026-05-05') === true;
    return (
      isGood(row) && tuesday && hour >= from && hour < to && cells.get(row[2] ?? '')?.district === district
    );
  });
  return new Set(there.map((row) => row[1])).size;
}

describe('what the events say of people', () => {
  it('is 8 to 10 events on half of the active days', () => {
    const perDay = new Map<string, number>();
    for (const row of rows) {
      if (!isGood(row)) continue;
      const personDay = `${row[1]}${new Date(Date.parse(row[0] ?? '') + 7_200_000).toISOString().slice(0, 10)}`;
      perDay.set(personDay, (perDay.get(personDay) ?? 0) + 1);
    }
    const counts = [...perDay.values()].toSorted((a, b) => a - b);
    // Active on (256 + 215 + 180 + 120) / 1024 = 75.3 % of days; 10,500 person-days in 1,500 clusters of 7 whose rates
    // have standard deviation 0.197: sigma of the mean is 0.0066, 5 sigma 0.033.
    expect(Math.abs(counts.length / 10_500 - 0.753)).toBeLessThan(0.033);
    expect(counts[Math.floor(counts.length / 2)]).toSatisfy((median: number) => median >= 8 && median <= 10);
  });

  it('is home at night: every event from 1 to 5 is at the home site or its neighbour', () => {
    const around = surroundingsOf('town');
    const homes = new Map<string, readonly (string | undefined)[]>();
    for (let i = 0; i < settings.persons; i++) {
      const person = personOf(settings.seed, i, around);
      if (person.role === 'nightWorker') continue;
      const neighbour = around.network.neighbour[person.home] ?? -1;
      const sites = [person.home, neighbour].map((cell) => around.network.cells[cell]?.id.slice(0, 12));
      homes.set(pseudonymOf(settings.seed, i), sites);
    }
    const night = rows.filter(
      (row) =>
        isGood(row) &&
        homes.has(row[1] ?? '') &&
        ['23', '00', '01', '02'].includes((row[0] ?? '').slice(11, 13)),
    );
    const home = night.filter((row) => homes.get(row[1] ?? '')?.includes((row[2] ?? '').slice(0, 12)));
    expect(night.length).toBeGreaterThan(2000);
    // Every visit ends by 23:30, so by construction all of them are at home.
    expect(home.length).toBe(night.length);
  });

  it('is a full centre by day and quiet edges', () => {
    expect(people(0, 8, 14)).toBeGreaterThan(5 * people(0, 0, 2));
    expect(people(20, 8, 14)).toBeLessThan(people(0, 8, 14) / 10);
  });
});
