import { attackNames, type AttackName } from '../../../shared/policy/attack-limits.ts';
import type { CorpusCase } from './corpus-case.ts';
import { cleanReleases, leakingReleases } from './corpus.ts';
import { tryMaterial, type Tried } from './try-material.ts';

/** A release of the corpus with what was tried on it. */
export interface TriedCase {
  readonly one: CorpusCase;
  readonly tried: readonly Tried[];
}

/** How one attack did over the corpus. */
export interface AttackScore {
  readonly attack: AttackName;
  /** Leaks it must find, and those it found. */
  readonly leaks: number;
  readonly caught: number;
  /** Clean releases, and those on which it raised an alarm. */
  readonly clean: number;
  readonly falseAlarms: number;
  /** Clean releases that it could not be tried on. */
  readonly notTested: number;
  /** Mean processor time for one release, milliseconds. */
  readonly milliseconds: number;
}

/** How many releases of a kind there are, and on how many the attacks were right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** How the attacks did over the corpus. A leak counts as caught when every attack that must find it did. */
export interface CorpusScore {
  readonly attacks: readonly AttackScore[];
  readonly pairs: Share;
  readonly others: Share;
  readonly clean: Share;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Tries attacks on the whole corpus; on leaking releases only those that must find something unless told to try `everything`. */
export async function tryCorpus(everything = false, told: (done: TriedCase) => void = () => undefined) {
  const all: TriedCase[] = [];
  for (const one of [...leakingReleases, ...cleanReleases]) {
    const attacks = everything || one.kind === 'clean' ? attackNames : one.findable;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that each is timed alone
    const done = { one, tried: await tryMaterial(await one.make(), attacks) };
    told(done);
    all.push(done);
  }
  return all;
}

/** Names of the attacks that must find a leak and did not. */
export function missedBy({ one, tried }: TriedCase): readonly AttackName[] {
  return one.findable.filter((name) => !tried.some(({ attack, isAlarm }) => attack === name && isAlarm));
}

/** Adds up what was tried. */
export function scoreOf(all: readonly TriedCase[]): CorpusScore {
  const leaks = all.filter(({ one }) => one.kind !== 'clean');
  const clean = all.filter(({ one }) => one.kind === 'clean');
  const share = (of: readonly TriedCase[], isRight: (done: TriedCase) => boolean): Share => ({
    right: of.filter(isRight).length,
    of: of.length,
  });
  const isCaught = (done: TriedCase): boolean => missedBy(done).length === 0;
  return {
    attacks: attackNames.map((attack) => attackScore(attack, leaks, clean)),
    pairs: share(
      leaks.filter(({ one }) => one.isPair),
      isCaught,
    ),
    others: share(
      leaks.filter(({ one }) => !one.isPair),
      isCaught,
    ),
    clean: share(clean, ({ tried }) => tried.every(({ isAlarm }) => !isAlarm)),
    missed: leaks.flatMap((done) => missedBy(done).map((attack) => `${attack}: ${done.one.name}`)),
    falseAlarms: clean.flatMap(({ one, tried }) =>
      tried.filter(({ isAlarm }) => isAlarm).map(({ attack }) => `${attack}: ${one.name}`),
    ),
  };
}

function attackScore(
  attack: AttackName,
  leaks: readonly TriedCase[],
  clean: readonly TriedCase[],
): AttackScore {
  const of = (all: readonly TriedCase[]): readonly Tried[] =>
    all.flatMap(({ tried }) => tried.filter((one) => one.attack === attack));
  const findable = leaks.filter(({ one }) => one.findable.includes(attack));
  const [onLeaks, onClean] = [of(leaks), of(clean)];
  const time = [...onLeaks, ...onClean].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return {
    attack,
    leaks: findable.length,
    caught: findable.filter((done) => !missedBy(done).includes(attack)).length,
    clean: onClean.length,
    falseAlarms: onClean.filter(({ isAlarm }) => isAlarm).length,
    notTested: onClean.filter(({ report }) => report.outcome === 'notTested').length,
    milliseconds: time / Math.max(1, onLeaks.length + onClean.length),
  };
}
