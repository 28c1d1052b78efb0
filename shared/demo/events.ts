import { daysFromCivil } from '../base/calendar.ts';
import { berlinDay, utcSecond, weekday, type BerlinDay } from './berlin-time.ts';
import { emptyDiary, planDay, type Diary } from './diary.ts';
import { burstOf, noFaults, rowFault, type Burst, type DemoFaults, type RowFault } from './faults.ts';
import { personOf, type DemoPerson } from './person.ts';
import { draw, purpose, stream, type Stream } from './random.ts';
import { RowWriter } from './row-writer.ts';
import { hasSecondSim, isRemoved, pseudonymOf } from './sims.ts';
import { demoFirstDay, type DemoSettings } from './settings.ts';
import { eventsPerDay, lookup, weekdayHours, weekendHours } from './tables.ts';
import { surroundingsOf, type Surroundings } from './town.ts';

const blockSize = 256;
const weekdayTable = lookup(weekdayHours);
const weekendTable = lookup(weekendHours);

/**
 * The event file in chunks of about 1 MiB, header first; returns what is wrong in it. Rows come in blocks of 256 people,
 * within a block by day, person and time. Memory does not grow with the number of people.
 * @yields the next chunk; it is the caller's to keep or to hand over
 */
export function* demoEvents(settings: DemoSettings): Generator<Uint8Array, DemoFaults> {
  const around = surroundingsOf(settings.preset);
  const writer = new RowWriter(around.network.cells.map((cell) => cell.id));
  const faults = noFaults();
  const firstDay = daysFromCivil(demoFirstDay.year, demoFirstDay.month, demoFirstDay.day);
  for (let block = 0; block * blockSize < settings.persons; block++) {
    const people = peopleOf(settings, block, around);
    for (let index = 0; index < settings.days; index++) {
      const burst = burstOf(settings.seed, block, index);
      const scribe = new Scribe({
        seed: settings.seed,
        day: firstDay + index,
        around,
        writer,
        faults,
        burst,
      });
      for (const person of people) {
        scribe.writeDay(person);
        if (writer.full) yield writer.take();
      }
    }
  }
  yield writer.take();
  return faults;
}

interface Resident {
  readonly person: DemoPerson;
  readonly pseudonym: string;
  readonly objected: boolean;
  /** One of two SIMs of a person. */
  readonly shared: boolean;
}

function peopleOf(settings: DemoSettings, block: number, around: Surroundings): readonly Resident[] {
  const from = block * blockSize;
  const size = Math.min(blockSize, settings.persons - from);
  return Array.from({ length: size }, (_, i) => ({
    person: personOf(settings.seed, from + i, around),
    pseudonym: pseudonymOf(settings.seed, from + i),
    objected: isRemoved(settings, from + i),
    shared: hasSecondSim(settings.seed, from + i),
  }));
}

interface Desk {
  readonly seed: number;
  readonly day: number;
  readonly around: Surroundings;
  readonly writer: RowWriter;
  readonly faults: DemoFaults;
  readonly burst: Burst;
}

/** Writes the rows of one block and day, person after person. */
class Scribe {
  readonly #desk: Desk;
  readonly #clock: BerlinDay;
  readonly #weekend: boolean;
  readonly #diary: Diary = emptyDiary();
  readonly #seconds = new Int32Array(64);
  #rowsOfDay = 0;
  #objected = false;
  #still = false;
  #shared = false;
  #last = -1;
  #rowBytes = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#clock = berlinDay(desk.day);
    this.#weekend = weekday(desk.day) >= 5;
  }

  writeDay({ person, pseudonym, objected, shared }: Resident): void {
    const { seed, day, around, writer } = this.#desk;
    const times = stream(seed ^ Math.imul(day, 0x165667b1), person.number, purpose.eventTime);
    const first = draw(times, 0);
    if ((first & 0xff) >= person.activeDays) return;
    this.#shared = shared;
    this.#still = person.role === 'machine';
    const count = this.#drawTimes(person, times, eventsPerDay[first >>> 26] ?? 0);
    planDay(this.#diary, around, person, { seed, day, weekend: this.#weekend });
    const details = stream(seed ^ Math.imul(day, 0x165667b1), person.number, purpose.eventDetail);
    writer.setPerson(pseudonym);
    this.#objected = objected;
    this.#last = -1;
    this.#writeEvents(count, details);
  }

  #writeEvents(count: number, details: Stream): void {
    const { starts, cells, count: entries } = this.#diary;
    let entry = 0;
    for (let i = 0; i < count; i++) {
      const second = this.#seconds[i] ?? 0;
      while (entry + 1 < entries && (starts[entry + 1] ?? 0) <= second) entry++;
      this.#writeEvent(second, cells[entry] ?? 0, details, i);
    }
  }

  #drawTimes(person: DemoPerson, times: Stream, count: number): number {
    if (person.role !== 'machine') {
      this.#drawSeconds(times, count, person.number & 1);
      return count;
    }
    for (let i = 0; i < 24; i++) this.#seconds[i] = 3600 * i + (person.number % 3600);
    return 24;
  }

  #drawSeconds(times: Stream, count: number, odd: number): void {
    const hours = this.#weekend ? weekendTable : weekdayTable;
    for (let i = 0; i < count; i++) {
      const chance = draw(times, i + 1);
      const drawn = (hours[chance & 1023] ?? 0) * 3600 + (((chance >>> 16) * 3600) >>> 16);
      const second = this.#shared ? drawn - (drawn & 1) + odd : drawn;
      let at = i;
      for (; at > 0 && (this.#seconds[at - 1] ?? 0) > second; at--)
        this.#seconds[at] = this.#seconds[at - 1] ?? 0;
      this.#seconds[at] = second;
    }
  }

  #writeEvent(second: number, place: number, details: Stream, index: number): void {
    const chance = draw(details, index);
    const near = chance & 0xff;
    const cell = near < 215 || this.#still ? place : this.#near(place, near);
    const pingPong = ((chance >>> 12) & 63) === 0;
    if (pingPong && !this.#still && !this.#shared) return this.#pingPong(second, place, (chance >>> 18) & 3);
    const fault = chance >>> 24 === 0 ? rowFault(draw(details, index + 4096) & 15) : 'none';
    const good = this.#writeRow(second, cell, (chance >>> 8) & 15, fault);
    if (good && ((chance >>> 18) & 63) === 0) this.#repeatRow(cell);
  }

  #pingPong(second: number, cell: number, wait: number): void {
    const there = this.#writeRow(second, cell, 0, 'none');
    const away = this.#writeRow(second + 1 + wait, this.#near(cell, wait % 2 === 0 ? 220 : 255), 0, 'none');
    const back = this.#writeRow(second + 5 + wait, cell, 0, 'none');
    if (there && away && back) this.#desk.faults.pingPongs++;
  }

  #writeRow(clockSecond: number, cell: number, type: number, fault: RowFault): boolean {
    const { writer, burst, faults } = this.#desk;
    const later = Math.max(clockSecond, this.#last + (this.#shared ? 2 : 1));
    const second = later < 86_400 ? utcSecond(this.#clock, later) : undefined;
    if (second === undefined) return false;
    this.#last = later;
    const broken = this.#rowsOfDay >= burst.from && this.#rowsOfDay < burst.to;
    const start = writer.length;
    writer.write(broken ? undefined : second, cell, type, broken ? 'none' : fault);
    this.#rowBytes = writer.length - start;
    this.#rowsOfDay++;
    faults.rows++;
    if (broken) faults.brokenTimes++;
    else countFault(faults, fault);
    const good = !broken && fault === 'none';
    if (good) this.#countPlace(cell);
    return good;
  }

  #repeatRow(cell: number): void {
    const { writer, faults } = this.#desk;
    writer.repeat(this.#rowBytes);
    this.#rowsOfDay++;
    faults.rows++;
    if (!this.#countPlace(cell)) faults.duplicates++;
  }

  #countPlace(cell: number): boolean {
    const { faults, around } = this.#desk;
    const outside = around.network.cells[cell]?.district === undefined;
    if (this.#objected) faults.objectorRows++;
    else if (outside) faults.outsideRows++;
    return this.#objected || outside;
  }

  #near(cell: number, choice: number): number {
    if (choice >= 242) return this.#desk.around.network.neighbour[cell] ?? cell;
    return cell - (cell % 3) + ((cell + 1) % 3);
  }
}

function countFault(faults: DemoFaults, fault: RowFault): void {
  if (fault === 'raggedShort' || fault === 'raggedLong') faults.raggedRows++;
  else if (fault === 'missingPerson') faults.missingPersons++;
  else if (fault === 'unknownCell') faults.unknownCells++;
}
