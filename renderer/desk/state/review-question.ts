import { engineFor } from '../../../shared/policy/engine-choice.ts';
import type { Request } from '../../../shared/ipc/contract.ts';
import type { DeskState } from './desk-state.ts';

export type ReviewQuestion = Request<'review.open'>;

/** What a review of the chosen files is opened with: the files, and what the policy that will hold for them says of engines. */
export function reviewQuestion({ sources, draft, continuing }: DeskState): ReviewQuestion {
  const { policy } = continuing?.work.present ?? draft.settled;
  const { nativeEngine, spill } = policy;
  return {
    sources,
    policy: {
      ...(nativeEngine === undefined ? {} : { nativeEngine }),
      ...(spill === undefined ? {} : { spill }),
    },
  };
}

/** Reviews that ask for the same kind can share a vault. */
export type VaultKind = 'wasm' | 'native' | 'native that spills';

/** The kind of vault a question asks for. Refuses as `engineFor`. Main chooses by the same rule; what it started is what it answers. */
export function vaultKind(question: ReviewQuestion): VaultKind {
  if (engineFor(question).engine === 'wasm') return 'wasm';
  return question.policy.spill === true ? 'native that spills' : 'native';
}
