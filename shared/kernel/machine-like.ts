import { finished, type Steps } from '../base/steps.ts';
import { offsetAt, type OffsetTable } from '../base/time-zone.ts';
import type { BaseTable } from './base-table.ts';
import { rowsOfPersons } from './person-rows.ts';

/** When a person counts as a machine: how many hours of a day have an event, and on which share of the days. */
export interface MachineRule {
  /** Local hours of the day (0 to 23) with an event for a day to be active round the clock. */
  readonly minimumHours: number;
  /** Share of the extract's days, 0 to 1, that must be active round the clock. */
  readonly minimumShareOfDays: number;
}

/** 20 of 24 hours on 80 % of the days: a choice of this project, no source prescribes one. */
export const machineRule: MachineRule = { minimumHours: 20, minimumShareOfDays: 0.8 };

/** `flags[p]` is 1 for persons that look like machines, `count` of them. */
export interface MachineLike {
  readonly flags: Uint8Array;
  readonly count: number;
}

/**
 * Persons that stand still and never sleep: all events at one base cell, and active in at least `minimumHours` different
 * local hours on at least `minimumShareOfDays` of the local days on which the extract has any event.
 */
export function machineLike(
  base: BaseTable,
  persons: number,
  clock: OffsetTable,
  rule: MachineRule = machineRule,
): MachineLike {
  return finished(findingMachines(base, persons, clock, rule));
}

/** Persons between two steps, and events. */
const personsOfStep = 1 << 12;
const eventsOfStep = 1 << 20;

/** As `machineLike`, with steps on the way. */
export function* findingMachines(
  base: BaseTable,
  persons: number,
  clock: OffsetTable,
  rule: MachineRule = machineRule,
): Steps<MachineLike> {
  const { person, second, cell } = base;
  const localHour = (i: number): number =>
    Math.floor(((second[i] ?? 0) + offsetAt(clock, second[i] ?? 0)) / 3600);
  const minimumDays = rule.minimumShareOfDays * (yield* countingDays(base, clock));
  const starts = rowsOfPersons(person, persons);
  const flags = new Uint8Array(persons);
  let count = 0;
  for (let who = 0; who < persons; who++) {
    if (who % personsOfStep === 0) yield { done: who, total: persons };
    const begin = starts[who] ?? 0;
    const end = starts[who + 1] ?? 0;
    if (begin === end || !standsStill(cell, begin, end)) continue;
    if (roundTheClock(localHour, begin, end, rule.minimumHours) < minimumDays) continue;
    flags[who] = 1;
    count++;
  }
  return { flags, count };
}

function standsStill(cell: Int32Array, begin: number, end: number): boolean {
  for (let i = begin + 1; i < end; i++) if (cell[i] !== cell[begin]) return false;
  return true;
}

/** Days of the rows `begin` to `end - 1`, sorted by time, with events in at least `minimumHours` hours of the day. */
function roundTheClock(
  localHour: (i: number) => number,
  begin: number,
  end: number,
  minimumHours: number,
): number {
  let days = 0;
  let day = NaN;
  let seen = 0;
  let hours = 0;
  for (let i = begin; i < end; i++) {
    const hour = localHour(i);
    if (Math.floor(hour / 24) !== day) {
      if (hours >= minimumHours) days++;
      day = Math.floor(hour / 24);
      seen = 0;
      hours = 0;
    }
    const bit = 1 << (hour - day * 24);
    if ((seen & bit) === 0) hours++;
    seen |= bit;
  }
  return hours >= minimumHours ? days + 1 : days;
}

/** Local days with an event: no clock differs from UTC by a part of a minute. */
function* countingDays({ second }: BaseTable, clock: OffsetTable): Steps<number> {
  const total = second.length;
  if (total === 0) return 0;
  const span = { low: 0x7fff_ffff, high: -0x8000_0000 };
  for (let from = 0; from < total; from += eventsOfStep) {
    widen(span, second.subarray(from, from + eventsOfStep));
    yield { done: from, total };
  }
  const first = Math.floor(span.low / 60);
  const has = new Uint8Array(Math.floor(span.high / 60) - first + 1);
  for (let from = 0; from < total; from += eventsOfStep) {
    mark(has, first, second.subarray(from, from + eventsOfStep));
    yield { done: from, total };
  }
  const days = new Set<number>();
  has.forEach((one, i) => {
    const utc = (first + i) * 60;
    if (one === 1) days.add(Math.floor((utc + offsetAt(clock, utc)) / 86_400));
  });
  return days.size;
}

function widen(span: { low: number; high: number }, second: Int32Array): void {
  let { low, high } = span;
  for (let i = 0; i < second.length; i++) {
    low = Math.min(low, second[i] ?? 0);
    high = Math.max(high, second[i] ?? 0);
  }
  span.low = low;
  span.high = high;
}

/** Marks the minutes, counted from `first`, that have an event. */
function mark(has: Uint8Array, first: number, second: Int32Array): void {
  const perMinute = 1 / 60;
  const origin = first * 60;
  for (let i = 0; i < second.length; i++) has[Math.floor(((second[i] ?? 0) - origin + 0.5) * perMinute)] = 1;
}
