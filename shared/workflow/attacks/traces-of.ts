import type { Traces } from '../../attacks/traces.ts';
import { GrownArray } from '../../kernel/grown-array.ts';
import { placeIndex } from '../../products/place-index.ts';
import type { AttackMaterial } from './attack-material.ts';
import { drawnPersons } from './drawn-persons.ts';

/** Persons gathered between two pauses. */
const personsAtOnce = 1000;

/** Groups of the tables of a release, one table after the other, and the persons drawn for the attacks. */
export interface ReleaseTraces extends Traces {
  /** Persons counted in the release, drawn or not. */
  readonly counted: number;
  /** How many of those drawn were to be tried on; they come first. */
  readonly marked: number;
}

/** Draws persons of a release and gathers the groups each is counted in, some persons and one table at a time. */
export function* tracesOf({
  recipe,
  counter,
  protection,
  seed,
  among,
}: AttackMaterial): Generator<void, ReleaseTraces> {
  const { classOfPerson } = counter.people(recipe);
  const {
    numbers,
    first: marked,
    drawn: persons,
    counted: inRelease,
  } = drawnPersons(classOfPerson, seed, among);
  const who = new GrownArray();
  const what = new GrownArray();
  let groups = 0;
  for (const { counted } of protection.tables) {
    const indexOf = placeIndex(counted.table.at);
    for (let first = 0; first < persons; first += personsAtOnce) {
      const isAsked = Uint8Array.from(numbers, (number) =>
        number >= first && number < first + personsAtOnce ? 1 : 0,
      );
      counter.groupsOf(counted.table.product, recipe, isAsked, (person, places) => {
        for (const place of places) {
          const index = indexOf(place);
          if (index === -1) continue;
          who.push(numbers[person] ?? 0);
          what.push(groups + index);
        }
      });
      yield;
    }
    groups += counted.table.at.length;
  }
  return { counted: inRelease, marked, groups, persons, ...byPerson(who.trim(), what.trim(), persons) };
}

function byPerson(who: Int32Array, what: Int32Array, persons: number): Pick<Traces, 'starts' | 'groupOf'> {
  const starts = new Uint32Array(persons + 1);
  for (const person of who) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let person = 0; person < persons; person += 1)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  const next = starts.slice();
  const groupOf = new Uint32Array(what.length);
  what.forEach((group, i) => {
    const person = who[i] ?? 0;
    const at = next[person] ?? 0;
    next[person] = at + 1;
    groupOf[at] = group;
  });
  for (let person = 0; person < persons; person += 1)
    groupOf.subarray(starts[person] ?? 0, starts[person + 1] ?? 0).sort();
  return { starts, groupOf };
}
