import { seededRandom, type SeededRandom } from '../../attacks/random.ts';
import { offsetAt, offsetTable } from '../../base/time-zone.ts';
import type { BaseTable } from '../../kernel/base-table.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';

/** An extract with invented people in it. */
export interface PlantedExtract {
  readonly extract: ExtractInMemory;
  /** 1 for those who were planted, by person number. */
  readonly isPlanted: Uint8Array;
}

/** How many people are planted: as many as a judgement about membership needs, and some. */
export const plantedPeople = 60;
/** Cells an invented person goes to besides home and work. */
const favourites = 4;
/** Chance in 100 that an hour leaves an event. */
const seenInAnHour = 55;

/**
 * A copy of the extract with invented people: each has a home, a work place and favourite cells among the cells in use, sleeps at home
 * from 22 to 7, works on weekdays from 9 to 17 local time, and is elsewhere in between. The extract itself stays as it is.
 */
export function plantPeople(extract: ExtractInMemory, seed: string): PlantedExtract {
  const random = seededRandom(seed, 'planted people');
  const before = extract.ageOfPerson.length;
  const count = before + plantedPeople;
  const base = withEvents(extract, random);
  const grown = <T extends Int32Array | Int16Array | Uint8Array>(
    column: T,
    made: T,
    value: () => number,
  ): T => {
    made.set(column);
    for (let person = before; person < count; person += 1) made[person] = value();
    return made;
  };
  const { ageOfPerson, genderOfPerson, consentOfPerson, holderOfPerson, tieOfPerson } = extract;
  return {
    extract: {
      ...extract,
      base,
      persons: extract.persons + plantedPeople,
      ageOfPerson: grown(ageOfPerson, new Int16Array(count), () => 20 + random.below(60)),
      genderOfPerson: grown(genderOfPerson, new Uint8Array(count), () => random.below(2)),
      consentOfPerson: grown(consentOfPerson, new Uint8Array(count), () => 1),
      holderOfPerson: holderOfPerson && grown(holderOfPerson, new Int32Array(count), () => -1),
      tieOfPerson: grown(tieOfPerson, new Int32Array(count), () => random.bits() | 0),
    },
    isPlanted: Uint8Array.from({ length: count }, (_, person) => (person >= before ? 1 : 0)),
  };
}

/** The base table, sorted by person and time, with the events of the planted, who come last. */
function withEvents({ base, timeZone, ageOfPerson }: ExtractInMemory, random: SeededRandom): BaseTable {
  const [first, last] = [lowest(base.second), highest(base.second)];
  const clock = offsetTable(timeZone, first - 86_400, last + 86_400);
  const cells = [...new Set(base.cell)];
  const rows: { person: number; second: number; cell: number }[] = [];
  for (let planted = 0; planted < plantedPeople; planted += 1) {
    const places = Array.from({ length: 2 + favourites }, () => cells[random.below(cells.length)] ?? 0);
    for (let second = first; second <= last; second += 3600) {
      const local = second + offsetAt(clock, second);
      const cell = places[placeAt(local, random)] ?? 0;
      if (random.below(100) < seenInAnHour) rows.push({ person: ageOfPerson.length + planted, second, cell });
    }
  }
  return {
    person: joined(
      base.person,
      rows.map(({ person }) => person),
    ),
    second: joined(
      base.second,
      rows.map(({ second }) => second),
    ),
    cell: joined(
      base.cell,
      rows.map(({ cell }) => cell),
    ),
  };
}

/** 0 home, 1 work, or a favourite. */
function placeAt(local: number, random: SeededRandom): number {
  const hour = Math.floor(local / 3600) % 24;
  const weekday = (Math.floor(local / 86_400) + 3) % 7;
  if (hour >= 22 || hour < 7) return 0;
  if (weekday < 5 && hour >= 9 && hour < 17) return 1;
  return random.below(3) === 0 ? 0 : 2 + random.below(favourites);
}

function joined(column: Int32Array, more: readonly number[]): Int32Array {
  const both = new Int32Array(column.length + more.length);
  both.set(column);
  both.set(more, column.length);
  return both;
}

function lowest(column: Int32Array): number {
  return column.reduce((low, value) => Math.min(low, value), Infinity);
}

function highest(column: Int32Array): number {
  return column.reduce((high, value) => Math.max(high, value), -Infinity);
}
