import type { JudgedRule } from '../ipc/judged-rule.ts';
import type { Policy } from '../policy/policy.ts';
import { ruleStands } from '../policy/violations.ts';
import type { BundleToJudge } from './judge/bundle-to-judge.ts';
import { attackRules } from './judge/attack-rules.ts';
import { figureRules } from './judge/figure-rules.ts';
import { signOffRules } from './judge/sign-off-rules.ts';

/**
 * Every rule of a reader's own policy held against a bundle of somebody else: the recipe, the figures as far as they tell, what its signers
 * attest of attacks, and who signed. An attack the policy demands and nobody attests counts as broken. Hand over contents only
 * whose checks hold.
 */
export function judgeBundle(bundle: BundleToJudge, policy: Policy): readonly JudgedRule[] {
  const { contents } = bundle;
  return [
    ...ruleStands(contents.recipe, policy).map(({ kept, ...stand }) => ({
      part: 'recipe' as const,
      ...stand,
      verdict: kept ? ('holds' as const) : ('broken' as const),
      kind: 'recomputable' as const,
    })),
    ...figureRules(bundle, policy),
    ...attackRules(contents, policy),
    ...signOffRules(bundle, policy),
  ];
}
