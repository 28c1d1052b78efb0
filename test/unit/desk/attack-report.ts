import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackName, RequiredAttack } from '../../../shared/policy/attack-limits.ts';

const common = { version: 1, seed: 'ab', parameters: {}, figures: {} } as const;

/** What following people came to, with all its baselines. */
export const recoveryFigures = {
  allHours: 0.41,
  away: 0.07,
  stayHomeAllHours: 0.55,
  stayHomeAway: 0,
  busiestZoneAllHours: 0.06,
  busiestZoneAway: 0.05,
  nullAllHours: 0.05,
  nullAway: 0.03,
  anchorsOnlyAllHours: 0.6,
  anchorsOnlyAway: 0.068,
  uplift: 0.002,
  upliftLow: -0.006,
  upliftHigh: 0.012,
} as const;

/** A report of an attack; it holds unless something else is said. */
export function attackReport(attack: AttackName, change: Partial<AttackReport> = {}): AttackReport {
  return { ...common, attack, outcome: 'pass', ...change };
}

export const requiredAttacks: readonly RequiredAttack[] = [
  'subtraction',
  'whole-groups',
  'membership',
  'recovery',
  'reconstruction',
];
