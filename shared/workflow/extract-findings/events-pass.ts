import type { BaseTable } from '../../kernel/base-table.ts';
import { quarterAt, type Quarters } from '../extract-risk/survey.ts';
import { binOfEvents } from './events-per-person.ts';
import type { LocalDays } from './local-days.ts';

/** More than so many pairs of a cell and a day are not counted: two columns of them take 128 MB while the pass runs. */
const mostCellDays = 1 << 24;
const rowsPerStep = 1 << 18;

/** All that is counted of the events, in one pass. */
export interface EventsCounted {
  /** Events by quarter of an hour. */
  readonly eventsOfQuarter: Int32Array;
  /** Persons by `binOfEvents`. */
  readonly personsOfBin: readonly number[];
  /** Distinct persons by cell. */
  readonly personsOfCell: Int32Array;
  /** Distinct persons by cell and day, the days of a cell side by side; absent where there are too many of both. */
  readonly personsOfCellDay: Int32Array | undefined;
}

/** Goes through the events once. They stand person by person, so that the last one seen at a place tells whether one is new there. */
export function* eventsCounted(
  { person, second, cell }: BaseTable,
  cells: number,
  quarters: Quarters,
  days: LocalDays,
): Generator<{ readonly done: number; readonly total: number }, EventsCounted> {
  const counting = new Counting(cells, quarters, days);
  for (let row = 0; row < person.length; row++) {
    if (row % rowsPerStep === 0) yield { done: row, total: person.length };
    counting.add(person[row] ?? 0, second[row] ?? 0, cell[row] ?? 0);
  }
  return counting.finish();
}

class Counting {
  private readonly quarters: Quarters;
  private readonly days: LocalDays;
  private readonly eventsOfQuarter: Int32Array;
  private readonly personsOfBin = Array.from({ length: 32 }, () => 0);
  private readonly ofCell: Distinct;
  private readonly ofCellDay: Distinct | undefined;
  private current = -1;
  private events = 0;
  /** Where and when the current person was seen last. */
  private cell = -1;
  private day = -1;

  constructor(cells: number, quarters: Quarters, days: LocalDays) {
    this.quarters = quarters;
    this.days = days;
    this.eventsOfQuarter = new Int32Array(quarters.count);
    this.ofCell = new Distinct(cells);
    if (cells * days.count <= mostCellDays) this.ofCellDay = new Distinct(cells * days.count);
  }

  add(person: number, second: number, cell: number): void {
    const at = quarterAt(this.quarters, second);
    const day = this.days.ofQuarter[at] ?? 0;
    const isNew = person !== this.current;
    if (isNew) this.endPerson(person);
    this.events++;
    this.eventsOfQuarter[at] = (this.eventsOfQuarter[at] ?? 0) + 1;
    if (!isNew && cell === this.cell && day === this.day) return;
    this.cell = cell;
    this.day = day;
    this.ofCell.see(cell, person);
    this.ofCellDay?.see(cell * this.days.count + day, person);
  }

  finish(): EventsCounted {
    this.endPerson(-1);
    return {
      eventsOfQuarter: this.eventsOfQuarter,
      personsOfBin: this.personsOfBin,
      personsOfCell: this.ofCell.persons,
      personsOfCellDay: this.ofCellDay?.persons,
    };
  }

  private endPerson(next: number): void {
    const bin = binOfEvents(this.events);
    if (this.events > 0) this.personsOfBin[bin] = (this.personsOfBin[bin] ?? 0) + 1;
    this.current = next;
    this.events = 0;
  }
}

/** Distinct persons by place, for persons who come one after the other. */
class Distinct {
  readonly persons: Int32Array;
  private readonly last: Int32Array;

  constructor(places: number) {
    this.persons = new Int32Array(places);
    this.last = new Int32Array(places).fill(-1);
  }

  see(place: number, who: number): void {
    if (this.last[place] === who) return;
    this.last[place] = who;
    this.persons[place] = (this.persons[place] ?? 0) + 1;
  }
}
