import { RequiredAttack } from '../../../../shared/policy/attack-limits.ts';
import { rounded, type AttackSpeech } from '../../language/attack-figures.ts';
import type { AttackName } from '../../../../shared/policy/attack-limits.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';

/** How the measured number of a card and its limit are read. */
type Unit = 'none' | 'times' | 'percent' | 'points' | 'epsilon' | 'noGate';

interface Limit {
  readonly unit: Unit;
  readonly limit: number;
}

const limits: Readonly<Record<AttackName, (policy: Policy, noisy: boolean) => Limit>> = {
  'small-groups': () => ({ unit: 'none', limit: 0 }),
  'recoverable-blanks': () => ({ unit: 'none', limit: 0 }),
  subtraction: () => ({ unit: 'none', limit: 0 }),
  'whole-groups': ({ attacks }) => ({ unit: 'times', limit: attacks.lift }),
  membership: ({ attacks }) => ({ unit: 'percent', limit: attacks.membershipPercent }),
  recovery: ({ attacks }) => ({ unit: 'points', limit: attacks.recoveryPoints }),
  reconstruction: ({ attacks }) => ({ unit: 'points', limit: attacks.reconstructionPoints }),
  promise: ({ maximumEpsilonHundredths }, noisy) =>
    noisy ? { unit: 'epsilon', limit: maximumEpsilonHundredths / 100 } : { unit: 'noGate', limit: 0 },
  usefulness: () => ({ unit: 'noGate', limit: 0 }),
};

function measuredText(speech: AttackSpeech, unit: Unit, measured: number): string {
  const { t } = speech;
  if (unit === 'points' && measured <= 0) return t('attacks.gate.value.none');
  return t(`attacks.gate.value.${unit === 'none' ? 'count' : unit}`, { value: rounded(speech, measured, 1) });
}

function isDemanded(attack: AttackName, { attacks }: Policy): boolean {
  const named = RequiredAttack.safeParse(attack);
  return !named.success || attacks.required.includes(named.data);
}

export interface GateLineInput {
  readonly attack: AttackName;
  readonly policy: Policy;
  /** Whether noise is the promise of the recipe. */
  readonly noisy: boolean;
  /** What was measured on the shown recipe, if anything was. */
  readonly measured: number | undefined;
}

/** What an attack came to and what the policy allows it, each in words; no limit where there is no gate. */
export function gateValues({ attack, policy, noisy, measured }: GateLineInput, speech: AttackSpeech) {
  const { unit, limit: allowed } = limits[attack](policy, noisy);
  return {
    unit,
    limit: speech.t(`attacks.gate.limit.${unit}`, { limit: rounded(speech, allowed, 2) }),
    measured: measured === undefined ? undefined : measuredText(speech, unit, measured),
  } as const;
}

/** What the policy allows an attack, beside what it came to; that there is no gate where there is none. */
export function gateLine(input: GateLineInput, speech: AttackSpeech): string {
  const { t } = speech;
  const { unit, limit, measured } = gateValues(input, speech);
  if (unit === 'noGate') return limit;
  const line =
    measured === undefined
      ? t('attacks.gate.line', { limit })
      : t('attacks.gate.measured', { limit, measured });
  return isDemanded(input.attack, input.policy) ? line : t('attacks.gate.free', { limit: line });
}
