import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { VaultClient } from '../../shared/ipc/vault-client.ts';
import type { Progress } from '../../shared/ipc/vault-contract.ts';
import { attackNames } from '../../shared/policy/attack-limits.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { progressLine } from './in-vault.ts';

/** Tries every attack on what a recipe makes of the extract, and hands over the candidate with what they came to. */
export async function attackedCandidate(
  vault: Pick<VaultClient, 'call'>,
  subject: { readonly recipe: Recipe; readonly policy: Policy },
  progress: (line: string) => void,
): Promise<Candidate> {
  const told = { onProgress: (done: Progress) => progress(progressLine(done)) };
  await vault.call('attack', { ...subject, attacks: [...attackNames] }, told);
  return vault.call('candidate', subject, told);
}
