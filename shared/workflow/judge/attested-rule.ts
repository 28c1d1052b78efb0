import type { JudgedReason, JudgedRule, JudgedRuleName } from '../../ipc/judged-rule.ts';

type Part = JudgedRule['part'];

/** What a rule asks and what it found, without how it stands. */
export interface RuleWords {
  readonly part: Part;
  readonly rule: JudgedRuleName;
  readonly asked: string;
  readonly allowed: string;
}

/** A rule anybody can check from the bundle. */
export function recomputed(words: RuleWords, holds: boolean): JudgedRule {
  return { ...words, verdict: holds ? 'holds' : 'broken', kind: 'recomputable' };
}

/** A rule that rests on the signers' word. */
export function attested(words: RuleWords, holds: boolean, reason?: JudgedReason): JudgedRule {
  return { ...words, verdict: holds ? 'holds' : 'broken', kind: 'attested', ...(reason && { reason }) };
}

/** A rule of which the bundle does not tell enough. */
export function cannotBeTold(words: RuleWords, kind: JudgedRule['kind'], reason: JudgedReason): JudgedRule {
  return { ...words, verdict: 'unknown', kind, reason };
}

/** What signers attest under a limit of their own. `strictness`: theirs less the reader's, above 0 where theirs asks for more. */
export interface Attestation {
  readonly outcome: string;
  readonly strictness: number;
}

/**
 * A limit only the signers can check. Passing a limit as strict as the reader's holds, failing one as lax does not; otherwise nothing is known,
 * nor where they name no limit (not a number).
 */
export function attestedUnder(words: RuleWords, { outcome, strictness }: Attestation): JudgedRule {
  if (outcome === 'notTested') return attested(words, false, 'not-tested');
  if (!Number.isFinite(strictness)) return cannotBeTold(words, 'attested', 'not-attested');
  if (outcome === 'pass' && strictness >= 0) return attested(words, true);
  if (outcome === 'fail' && strictness <= 0) return attested(words, false);
  return cannotBeTold(words, 'attested', 'attested-otherwise');
}

/** A whole number of the bundle, not a number where it has none. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

/** A number as a rule names it; `-` for none. */
export function numberText(value: number, sign = ''): string {
  return Number.isFinite(value) ? `${sign}${value}` : '-';
}
