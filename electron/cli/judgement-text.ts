import type { JudgedReason, JudgedRule } from '../../shared/ipc/judged-rule.ts';
import type { Policy } from '../../shared/policy/policy.ts';

const words = { holds: 'ok     ', broken: 'BROKEN ', unknown: 'unknown' } as const;

const reasons: Readonly<Record<JudgedReason, string>> = {
  'not-tested': 'nobody attests that it was tested',
  'not-attested': 'the bundle does not tell it',
  'attested-otherwise': 'it was tested under another limit',
  'figures-too-close': 'rounding and noise leave both possible',
  'other-releases': 'it depends on other releases',
  'keys-unknown': 'approvals are by keys that are not known here',
};

/** A policy held against a bundle: one line a rule, what is asked, what is allowed, and whose word it rests on. */
export function judgementText(rules: readonly JudgedRule[], policy: Policy): string {
  const count = (verdict: JudgedRule['verdict']) => rules.filter((rule) => rule.verdict === verdict).length;
  const head = `policy ${policy.id}: ${count('holds')} rules hold, ${count('broken')} are broken, ${count('unknown')} cannot be told`;
  return `${[head, ...rules.map(ruleLine)].join('\n')}\n`;
}

function ruleLine({ rule, asked, allowed, verdict, kind, reason }: JudgedRule): string {
  const why = reason === undefined ? '' : ` (${reasons[reason]})`;
  const whose = kind === 'attested' ? ', attested' : '';
  return `${words[verdict]} ${rule}: ${asked}, allowed ${allowed}${whose}${why}`;
}
