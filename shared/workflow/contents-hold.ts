import type { Check } from '../bundle/report.ts';

/** Checks of who signed and where it was recorded; all others are about what the bundle holds. */
const ofSigners: ReadonlySet<string> = new Set([
  'signatures',
  'signers',
  'chain',
  'demo',
  'approvals',
  'ledger',
]);

/** Whether what a bundle holds is whole and agrees with itself, whoever signed it: it can be looked at and attacked. */
export function contentsHold(checks: readonly Check[]): boolean {
  return checks.every(({ id, ok }) => ok || ofSigners.has(id));
}
