import { epsilonOf } from '../../protect/differential-privacy/zcdp.ts';
import { gaussianCeiling } from './ceilings.ts';

/** The promise of one table with noise. */
export interface TablePromise {
  /** zCDP of the table for a person over the whole release period, 0 or more. */
  readonly rho: number;
  /** Most groups of the table in which one person may count, by 1 each: the declared contribution bound, from 1. */
  readonly groupsPerPerson: number;
}

/** A promise for one thing that is protected: (epsilon, delta) and how often the best attacker may be right. */
export interface Promised {
  readonly rho: number;
  readonly epsilon: number;
  /** Highest balanced accuracy of an attacker, 0.5 to 1. */
  readonly accuracy: number;
}

/** The same noise read in two ways; only `perPerson` may be shown alone. */
export interface UnitOfPrivacy {
  readonly perEvent: Promised;
  readonly perPerson: Promised;
  readonly delta: number;
}

/**
 * What a release with Gaussian noise promises for one event, which counts in one group of each table, beside what it promises for a
 * person, who may count in as many as the bounds allow. The smaller figure is the one that was published elsewhere as if it were
 * the person's (Houssiau et al. 2022). `delta` lies above 0 and is the same for both.
 */
export function unitOfPrivacy(tables: readonly TablePromise[], delta: number): UnitOfPrivacy {
  const person = tables.reduce((sum, { rho }) => sum + rho, 0);
  const event = tables.reduce((sum, { rho, groupsPerPerson }) => sum + rho / groupsPerPerson, 0);
  const promise = (rho: number): Promised => ({
    rho,
    epsilon: epsilonOf(rho, delta),
    accuracy: gaussianCeiling(rho).accuracy,
  });
  return { perEvent: promise(event), perPerson: promise(person), delta };
}

/** Epsilon of a person who may count in `groupsPerPerson` groups, each protected with `epsilonPerGroup` (pure, adds up). */
export function epsilonPerPerson(epsilonPerGroup: number, groupsPerPerson: number): number {
  return epsilonPerGroup * groupsPerPerson;
}
