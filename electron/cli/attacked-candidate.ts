import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { VaultClient } from '../../shared/ipc/vault-client.ts';
import type { Progress } from '../../shared/ipc/vault-contract.ts';
import { attackNames } from '../../shared/policy/attack-limits.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { handOverEarlier } from '../handlers/hand-over-earlier.ts';
import type { Ledger } from '../handlers/ports/ledger.ts';
import { progressLine } from './in-vault.ts';

/** Tries every attack, beside the earlier releases of a ledger, on what a recipe makes of the extract, and hands over the candidate with what they came to. */
export async function attackedCandidate(
  vault: Pick<VaultClient, 'call'>,
  { ledger, ...subject }: { readonly recipe: Recipe; readonly policy: Policy; readonly ledger: Ledger },
  progress: (line: string) => void,
): Promise<Candidate> {
  const told = { onProgress: (done: Progress) => progress(progressLine(done)) };
  await handOverEarlier(
    subject,
    {
      nameEarlier: async (request) => vault.call('nameEarlier', request),
      handEarlier: async (request) => vault.call('handEarlier', request),
    },
    ledger,
  );
  await vault.call('attack', { ...subject, attacks: [...attackNames] }, told);
  return vault.call('candidate', subject, told);
}
