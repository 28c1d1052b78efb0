import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { sortBaseTable } from '../../../shared/kernel/sort-events.ts';
import { machineLike, type MachineRule } from '../../../shared/kernel/machine-like.ts';

const midnight = Date.parse('2026-05-03T22:00:00Z') / 1000;
const clock = offsetTable('Europe/Berlin', midnight - 86_400, midnight + 30 * 86_400);

/** Five local days; each person has an event at minute 7 of the hours `hours(day)` gives, at cell `cell(day, hour)`. */
interface Device {
  readonly hours: (day: number) => number;
  readonly cell?: (day: number, hour: number) => number;
}

function flagged(devices: readonly Device[], rule?: MachineRule): string {
  const rows = devices.flatMap(({ hours, cell }, person) =>
    [0, 1, 2, 3, 4].flatMap((day) =>
      Array.from({ length: hours(day) }, (_, hour) => ({
        person,
        second: midnight + day * 86_400 + hour * 3600 + 420,
        cell: cell?.(day, hour) ?? person,
      })),
    ),
  );
  const { table } = sortBaseTable({
    person: Int32Array.from(rows, (row) => row.person),
    second: Int32Array.from(rows, (row) => row.second),
    cell: Int32Array.from(rows, (row) => row.cell),
  });
  const { flags, count } = rule
    ? machineLike(table, devices.length, clock, rule)
    : machineLike(table, devices.length, clock);
  expect(flags.reduce((sum, flag) => sum + flag, 0)).toBe(count);
  return flags.join('');
}

describe('machine-like persons', () => {
  it('stand still and are active in 20 hours on four of five days', () => {
    expect(
      flagged([
        { hours: () => 24 },
        { hours: () => 20 },
        { hours: () => 19 },
        { hours: (day) => (day === 2 ? 0 : 20) },
        { hours: (day) => (day < 2 ? 19 : 24) },
      ]),
    ).toBe('11010');
  });

  it('are not those that move, once in the period', () => {
    expect(
      flagged([
        { hours: () => 24, cell: (day, hour) => (day === 4 && hour === 23 ? 9 : 1) },
        { hours: () => 24, cell: () => 1 },
      ]),
    ).toBe('01');
  });

  it('follow other numbers when they are given', () => {
    const devices = [
      { hours: () => 24 },
      { hours: () => 12 },
      { hours: (day: number) => (day === 0 ? 24 : 0) },
    ];
    expect(flagged(devices, { minimumHours: 12, minimumShareOfDays: 1 })).toBe('110');
    expect(flagged(devices, { minimumHours: 24, minimumShareOfDays: 0.2 })).toBe('101');
  });

  it('are nobody where there is nobody', () => {
    expect(flagged([])).toBe('');
    expect(flagged([{ hours: () => 24 }, { hours: () => 0 }])).toBe('10');
  });
});
