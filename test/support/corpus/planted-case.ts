import { seededRandom, type SeededRandom } from '../../../shared/attacks/random.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { CorpusCase, LeakKind } from './corpus-case.ts';
import { materialOf, type MaterialSource } from './corpus-material.ts';

type Source = MaterialSource | Promise<MaterialSource>;

/** A release with a leak, found by one attack; its sizes are drawn from its name. */
export function leak(
  kind: LeakKind,
  name: string,
  findable: AttackName | readonly AttackName[],
  source: (random: SeededRandom) => Source,
): CorpusCase {
  const attacks = typeof findable === 'string' ? [findable] : findable;
  const made = async () => source(seededRandom('corpus', name));
  const unplanted = async () => {
    const { plant, ...rest } = await made();
    return plant && materialOf(rest);
  };
  return {
    name,
    kind,
    findable: attacks,
    isPair: false,
    make: async () => materialOf(await made()),
    unplanted,
  };
}

/** A leak that two figures give away. */
export function pairLeak(kind: LeakKind, name: string, source: (random: SeededRandom) => Source): CorpusCase {
  return { ...leak(kind, name, 'subtraction', source), isPair: true };
}

/** A release that leaks nothing. */
export function clean(name: string, source: (random: SeededRandom) => Source): CorpusCase {
  const make = async () => materialOf(await source(seededRandom('corpus', name)));
  return { name, kind: 'clean', findable: [], isPair: false, make };
}

/** One to four persons: fewer than the five that exact releases of the corpus publish at least. */
export function few(random: SeededRandom): number {
  return 1 + random.below(4);
}

/** Enough for any threshold of the corpus. */
export function many(random: SeededRandom): number {
  return 40 + random.below(200);
}
