import type { AttackReport } from '../../evidence/attack-report.ts';
import type { EarlierRelease } from '../../ledger/compare-releases.ts';
import { attackNames, type AttackName } from '../../policy/attack-limits.ts';
import type { AttestedAttack } from '../attack-evidence.ts';
import { attestedAttacks } from '../attack-evidence.ts';
import {
  blanksFromOutside,
  promiseFromOutside,
  smallFigures,
  usefulnessFromOutside,
  wholeGroupsFromOutside,
  type BundleAttack,
  type BundleMaterial,
} from './bundle-cards.ts';
import { subtraction } from './subtraction-card.ts';

/** A verified bundle's contents, and other releases of overlapping periods that the reader has too. */
export interface BundleToAttack extends BundleMaterial {
  readonly evidence: unknown;
  readonly earlier: readonly EarlierRelease[];
}

/** A bundle handed over for attack: plain data, without the solver. */
export type AttackSubject = Omit<BundleToAttack, 'solver' | 'mark'>;

/** How an attack went on the bundle alone, and what the bundle's signer attests that it came to on the raw data. */
export interface BundleAttackReport {
  readonly report: AttackReport;
  readonly attested?: AttestedAttack;
}

/** How far it is: which attack, and its steps. */
export interface BundleAttackProgress {
  readonly attack: AttackName;
  readonly done: number;
  readonly total: number;
}

/**
 * Every attack on the contents of a bundle, in the order of the cards, by nobody's raw data. Those that can only be scored against
 * the extract are not tested, with the reason `needs-raw-data`. Hand over contents only whose checks hold.
 */
export function* attackBundle(
  subject: BundleToAttack,
): Generator<BundleAttackProgress, readonly BundleAttackReport[]> {
  const attested = new Map(attestedAttacks(subject.evidence).map((one) => [one.attack, one]));
  const reports: BundleAttackReport[] = [];
  for (const attack of attackNames) {
    yield { attack, done: 0, total: 0 };
    const report = yield* named(attack, attacks[attack](subject));
    const own = attested.get(attack);
    reports.push({ report, ...(own && { attested: own }) });
  }
  return reports;
}

const attacks: Readonly<Record<AttackName, (subject: BundleToAttack) => BundleAttack>> = {
  'small-groups': atOnce(smallFigures),
  'recoverable-blanks': blanksFromOutside,
  subtraction: (subject) => subtraction({ ...subject, earlier: overlapping(subject) }),
  'whole-groups': wholeGroupsFromOutside,
  membership: onRawDataOnly('membership'),
  recovery: onRawDataOnly('recovery'),
  reconstruction: onRawDataOnly('reconstruction'),
  promise: atOnce(promiseFromOutside),
  usefulness: atOnce(usefulnessFromOutside),
};

function* named(attack: AttackName, work: BundleAttack): Generator<BundleAttackProgress, AttackReport> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { attack, ...step.value };
  }
}

function atOnce(
  attack: (subject: BundleToAttack) => AttackReport,
): (subject: BundleToAttack) => BundleAttack {
  return function* (subject) {
    yield { done: 0, total: 1 };
    return attack(subject);
  };
}

function onRawDataOnly(attack: AttackName): (subject: BundleToAttack) => BundleAttack {
  return atOnce(() => ({
    attack,
    version: 1,
    outcome: 'notTested',
    reason: 'needs-raw-data',
    seed: '',
    parameters: {},
    figures: {},
  }));
}

/** Releases of other times have no moment in common with the bundle: nothing can be subtracted. */
function overlapping({ released, earlier }: BundleToAttack): readonly EarlierRelease[] {
  const own = released.recipe.period;
  return earlier.filter(({ released: { recipe } }) => {
    const { period } = recipe;
    return own !== null && period !== null && period.from <= own.to && own.from <= period.to;
  });
}
