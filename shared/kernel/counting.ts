import type { Keys } from '../base/keys.ts';
import type { Steps } from '../base/steps.ts';
import type { DimensionName } from '../products/product.ts';
import type { NoteGroups } from './group-counter.ts';
import type { People } from './people.ts';
import { byHolder } from './people.ts';
import type { ContributionBound } from './person-groups.ts';
import { rowsOfPersons } from './person-rows.ts';
import { personOfRow, type VisitRows } from './visit-rows.ts';

/** How persons are counted, the same for every product. */
export interface Counting {
  readonly people: People;
  readonly totals: readonly DimensionName[];
  readonly bound: ContributionBound | undefined;
  /** 64-bit keys by person number; where given, tables carry their sums by group. */
  readonly recordKeys?: Keys | undefined;
  /** Told which groups each person is counted in, totals included, place by place. */
  readonly note?: NoteGroups | undefined;
  /** Whether flows tell trips beside persons. */
  readonly trips?: boolean | undefined;
}

/** Persons between two steps. */
const personsOfStep = 1 << 11;

/** Calls `meet` for each person that is not left out and has rows, holder by holder, with the range of their rows. */
export function* eachPerson(
  rows: VisitRows,
  people: People,
  meet: (person: number, begin: number, end: number) => void,
): Steps<void> {
  const starts = rowsOfPersons(personOfRow(rows), people.classOfPerson.length);
  const { order } = byHolder(people);
  for (let i = 0; i < order.length; i++) {
    const person = order[i] ?? 0;
    if (i % personsOfStep === 0) yield { done: i, total: order.length };
    const begin = starts[person] ?? 0;
    const end = starts[person + 1] ?? 0;
    if (begin < end && (people.classOfPerson[person] ?? -1) >= 0) meet(person, begin, end);
  }
}
