import { z } from 'zod';

/** What is tried on a candidate before anybody signs it, in the order in which the cards stand. */
export const attackNames = [
  'small-groups',
  'recoverable-blanks',
  'subtraction',
  'whole-groups',
  'membership',
  'recovery',
  'reconstruction',
  'promise',
  'usefulness',
] as const;
export const AttackName = z.enum(attackNames);
export type AttackName = z.infer<typeof AttackName>;

/** Attacks a policy can demand; the others rest on rules that every release is held against anyhow. */
export const RequiredAttack = AttackName.extract([
  'subtraction',
  'whole-groups',
  'membership',
  'recovery',
  'reconstruction',
]);
export type RequiredAttack = z.infer<typeof RequiredAttack>;

/** Which attacks must have been tried, and how far each may get. One that is demanded and was not tested counts as failed. */
export const AttackLimits = z.strictObject({
  required: z.array(RequiredAttack),
  /** How often in a hundred an attacker may be right about "was this person in it?", 50 being a guess: upper end of the interval. */
  membershipPercent: z.int().min(50).max(100),
  /** Persons on whom membership is tried. */
  membershipTargets: z.int().min(50).max(1000),
  /** How many more hours in a hundred, away from home, the release may let an attacker place a person in: upper end of the interval. */
  recoveryPoints: z.int().min(0).max(100),
  /** How many more groups in a hundred of one person each the figures may rebuild than their margins alone, or luck, would. */
  reconstructionPoints: z.int().min(0).max(100),
  /** How many times as often as everybody a group may be at a sensitive place. */
  lift: z.int().min(2).max(1000),
});
export type AttackLimits = Readonly<z.infer<typeof AttackLimits>>;

/** Limits for a release to partners under contract; open data should ask for 55 in a hundred. */
export const defaultAttackLimits: AttackLimits = {
  required: ['subtraction', 'whole-groups', 'membership', 'recovery', 'reconstruction'],
  membershipPercent: 60,
  membershipTargets: 50,
  recoveryPoints: 2,
  reconstructionPoints: 5,
  lift: 3,
};
