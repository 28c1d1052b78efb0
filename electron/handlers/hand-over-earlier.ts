import type { EarlierName } from '../../shared/evidence/earlier-name.ts';
import type { VaultRequest, VaultResponse } from '../../shared/ipc/vault-contract.ts';
import { overlappingEntries } from '../../shared/ledger/earlier-releases.ts';
import { type ReleaseEntry, releasesOf } from '../../shared/ledger/ledger-entry.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import type { Ledger } from './ports/ledger.ts';

/** The part of a vault that earlier releases are handed to. */
export interface EarlierTaker {
  readonly nameEarlier: (request: VaultRequest<'nameEarlier'>) => Promise<VaultResponse<'nameEarlier'>>;
  readonly handEarlier: (request: VaultRequest<'handEarlier'>) => Promise<VaultResponse<'handEarlier'>>;
}

/**
 * Tells the vault which earlier releases readers may hold against the figures of a recipe, and hands over the bundles it does not have
 * yet: exact figures of overlapping periods, all of them published. A demonstration is held against none. Refuses as the ledger does.
 */
export async function handOverEarlier(
  asked: { readonly recipe: Recipe; readonly policy: Policy },
  vault: EarlierTaker,
  ledger: Ledger,
): Promise<void> {
  const entries = asked.policy.demo ? [] : await comparable(asked.recipe, ledger);
  const missing = new Set(await vault.nameEarlier({ ...asked, releases: entries.map(nameOf) }));
  for (const entry of entries) {
    if (!missing.has(entry.releaseDigest)) continue;
    // One bundle at a time: a table may be hundreds of megabytes.
    // oxlint-disable-next-line no-await-in-loop
    await vault.handEarlier({ releaseDigest: entry.releaseDigest, bundle: await ledger.kept(entry) });
  }
}

/** Exact releases of overlapping periods, each once: what went out twice is the same to a reader. */
async function comparable(recipe: Recipe, ledger: Ledger): Promise<readonly ReleaseEntry[]> {
  const { entries } = await ledger.read('release');
  const exact = overlappingEntries(releasesOf(entries), recipe).filter(({ charge }) => charge === null);
  return [...new Map(exact.map((entry) => [entry.releaseDigest, entry])).values()];
}

function nameOf({ releaseId, releaseDate, releaseDigest }: ReleaseEntry): EarlierName {
  return { releaseId, releaseDate, releaseDigest };
}
