import { seededRandom } from '../../attacks/random.ts';
import { shuffled } from '../../attacks/recovery/shuffled.ts';
import type { Traces } from '../../attacks/traces.ts';
import { GrownArray } from '../../kernel/grown-array.ts';
import { placeIndex } from '../../products/place-index.ts';
import type { AttackMaterial } from './attack-material.ts';

/** Most persons whose groups are gathered: with five hourly tables by age and gender they take about 100 MB. */
const mostPersons = 10_000;

/** Groups of the tables of a release, one table after the other, and the persons drawn for the attacks. */
export interface ReleaseTraces extends Traces {
  /** Persons counted in the release, drawn or not. */
  readonly counted: number;
}

/** Draws persons of a release and gathers the groups each is counted in. Yields between tables. */
export function* tracesOf({
  recipe,
  counter,
  protection,
  seed,
}: AttackMaterial): Generator<void, ReleaseTraces> {
  const { classOfPerson } = counter.people(recipe);
  const counts = classOfPerson.reduce((sum, group) => sum + (group >= 0 ? 1 : 0), 0);
  const numbers = drawn(classOfPerson, seed);
  const isAsked = Uint8Array.from(numbers, (number) => (number === -1 ? 0 : 1));
  const persons = Math.min(counts, mostPersons);
  const who = new GrownArray();
  const what = new GrownArray();
  let groups = 0;
  for (const { counted } of protection.tables) {
    const indexOf = placeIndex(counted.table.at);
    counter.groupsOf(counted.table.product, recipe, isAsked, (person, places) => {
      for (const place of places) {
        const index = indexOf(place);
        if (index === -1) continue;
        who.push(numbers[person] ?? 0);
        what.push(groups + index);
      }
    });
    groups += counted.table.at.length;
    yield;
  }
  return { counted: counts, groups, persons, ...byPerson(who.trim(), what.trim(), persons) };
}

/** A number for each person that is drawn, -1 for all others. */
function drawn(classOfPerson: Int32Array, seed: string): Int32Array {
  const all = Int32Array.from(classOfPerson, (_, person) => person).filter(
    (person) => (classOfPerson[person] ?? -1) >= 0,
  );
  const numbers = new Int32Array(classOfPerson.length).fill(-1);
  shuffled(all.length, seededRandom(seed, 'persons of the attacks'))
    .subarray(0, mostPersons)
    .forEach((at, number) => {
      numbers[all[at] ?? 0] = number;
    });
  return numbers;
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
