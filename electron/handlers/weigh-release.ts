import { readInstant } from '../../shared/bundle/instant.ts';
import type { BundleContents } from '../../shared/bundle/bundle-contents.ts';
import type { GateResult } from '../../shared/evidence/gate.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Request } from '../../shared/ipc/contract.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { prepareRelease } from '../../shared/workflow/prepare-release.ts';
import { type HeldAgainstLedger, holdAgainstLedger } from './earlier-releases.ts';
import { handOverEarlier } from './hand-over-earlier.ts';
import type { Clock } from './ports/clock.ts';
import type { Journal } from './ports/journal.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Vault } from './ports/vault.ts';

export interface WeighPorts {
  readonly vault: Vault;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly software: { readonly name: string; readonly version: string; readonly commit: string };
}

/** A candidate whose gates all hold, ready to be sealed. */
export interface WeighedRelease {
  readonly kind: 'weighed';
  readonly candidate: Candidate;
  readonly gates: readonly GateResult[];
  readonly contents: BundleContents;
  readonly held: HeldAgainstLedger;
  readonly claimedTime: string;
}

/** Fetches the candidate, holds it against the ledger and evaluates every gate on it. One that does not hold ends it, on record. */
export async function weighRelease(
  { recipe, policy, organisation, comment }: Omit<Request<'release.seal'>, 'keyHandle'>,
  ports: WeighPorts,
): Promise<WeighedRelease | { readonly kind: 'refused'; readonly gates: GateResult[] }> {
  await handOverEarlier({ recipe, policy }, ports.vault, ports.ledger);
  const candidate = await ports.vault.candidate({ recipe, policy });
  const held = await holdAgainstLedger(candidate, policy, ports);
  const claimedTime = ports.clock.now();
  const { gates, contents } = prepareRelease(candidate, policy, {
    organisation,
    comment,
    releaseDate: recipe.releaseDate === '' ? claimedTime.slice(0, 10) : recipe.releaseDate,
    signedAt: readInstant(claimedTime)?.seconds ?? 0,
    earlierReleases: held.gate,
    yearlyBudget: held.yearlyBudget,
    ledger: held.place,
    software: ports.software,
  });
  const failed = gates.filter(({ outcome }) => outcome !== 'pass');
  if (failed.length === 0) return { kind: 'weighed', candidate, gates, contents, held, claimedTime };
  await ports.journal.record('release.refused', { gates: failed.map(({ id }) => id).join(' ') });
  return { kind: 'refused', gates: [...gates] };
}
