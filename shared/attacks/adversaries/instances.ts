import type { SeededRandom } from '../random.ts';
import type { Knowledge } from './adversary.ts';
import { sizeOf } from './person-set.ts';

/**
 * Which instances are tried: all where there are at most `allUpTo`, else the one made of the rarest things and `sampled` - 1 drawn at
 * random, of which equal ones are tried once.
 */
export interface Trying {
  readonly allUpTo: number;
  readonly sampled: number;
}

/** Instances of `known` things (fewer where there are no more), each ascending. */
export interface Instances {
  readonly list: readonly (readonly number[])[];
  readonly isSampled: boolean;
}

/** The instances of what is known of a person that are tried. Of copies of a thing the first come first. */
export function instancesOf(
  knowledge: Knowledge,
  known: number,
  trying: Trying,
  random: SeededRandom,
): Instances {
  const things = knowledge.sets.length;
  const length = Math.min(known, things);
  if (combinations(things, length) <= trying.allUpTo) {
    return { list: different(everyInstance(things, length), knowledge), isSampled: false };
  }
  const list = [rarest(knowledge, length)];
  while (list.length < trying.sampled) list.push(drawn(things, length, random));
  return { list: different(list, knowledge), isSampled: true };
}

function combinations(things: number, length: number): number {
  let number = 1;
  for (let i = 0; i < length; i += 1) number = (number * (things - i)) / (i + 1);
  return number;
}

function everyInstance(things: number, length: number): readonly number[][] {
  const found: number[][] = [];
  const chosen: number[] = [];
  const choose = (from: number): void => {
    if (chosen.length === length) {
      found.push([...chosen]);
      return;
    }
    for (let thing = from; thing <= things - (length - chosen.length); thing += 1) {
      chosen.push(thing);
      choose(thing + 1);
      chosen.pop();
    }
  };
  choose(0);
  return found;
}

/** Robert Floyd's draw of different numbers. */
function drawn(things: number, length: number, random: SeededRandom): number[] {
  const chosen = new Set<number>();
  for (let last = things - length; last < things; last += 1) {
    const thing = random.below(last + 1);
    chosen.add(chosen.has(thing) ? last : thing);
  }
  return [...chosen].toSorted((a, b) => a - b);
}

function rarest({ sets }: Knowledge, length: number): number[] {
  const sizes = sets.map(sizeOf);
  return sets
    .map((_, thing) => thing)
    .toSorted((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b)
    .slice(0, length)
    .toSorted((a, b) => a - b);
}

/** The instances with the first copies of their things, each once. */
function different(list: readonly (readonly number[])[], { first, label }: Knowledge): readonly number[][] {
  const found = new Map<string, number[]>();
  for (const instance of list) {
    const things = withFirstCopies(instance, first);
    const key = things.map((thing) => label?.[thing] ?? thing).join(' ');
    if (!found.has(key)) found.set(key, things);
  }
  return [...found.values()];
}

function withFirstCopies(instance: readonly number[], first: Int32Array): number[] {
  const next = new Map<number, number>();
  return instance.map((thing) => {
    const original = first[thing] ?? thing;
    const copy = next.get(original) ?? original;
    next.set(original, copy + 1);
    return copy;
  });
}
