import { failureOf } from './failure-of.ts';
import { reviewQuestion, vaultKind } from './review-question.ts';
import { noView } from './view-slice.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Desk, ExtractSlice } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

/** `look` starts the vault that the policy allows, and looks at the chosen files in it. */
export function createKeepToPolicy(
  { get, set }: Desk,
  open: OpenVault,
  look: () => Promise<void>,
): Pick<ExtractSlice, 'keepToPolicy'> {
  return {
    async keepToPolicy() {
      const { engine, draft } = get();
      const spills = open.kind === 'native that spills';
      const broken = engine?.engine === 'native' ? brokenBy(draft.settled.policy, spills) : undefined;
      if (broken === undefined) return;
      open.kind = undefined;
      set({ ...noView, understanding: undefined, continuing: undefined, engine: undefined, step: 'extract' });
      try {
        vaultKind(reviewQuestion(get()));
      } catch (thrown) {
        await get().closeReview();
        return set({ extractFailure: failureOf(thrown) });
      }
      await look();
      if (get().extractFailure === undefined)
        set({ extractFailure: { code: broken, message: 'The policy ended the review.', detail: {} } });
    },
  };
}

/** What a policy says against native DuckDB that holds an extract. */
function brokenBy(policy: Policy, spills: boolean): 'native-ended' | 'spill-ended' | undefined {
  if (policy.nativeEngine === false) return 'native-ended';
  return spills && policy.spill !== true ? 'spill-ended' : undefined;
}
