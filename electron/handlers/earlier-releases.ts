import type { Candidate } from '../../shared/ipc/candidate.ts';
import {
  earlierReleases,
  entriesToCompare,
  type EarlierReleases,
} from '../../shared/ledger/earlier-releases.ts';
import { type LedgerEntry, type ReleaseEntry, releasesOf } from '../../shared/ledger/ledger-entry.ts';
import { nextPlace } from '../../shared/ledger/leaves.ts';
import type { Released } from '../../shared/ledger/released.ts';
import type { LedgerPlace } from '../../shared/bundle/release.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { keptRelease } from '../../shared/workflow/kept-release.ts';
import type { ChainName, Ledger } from './ports/ledger.ts';

/** What the ledger says of a candidate, and where the release will be added if it is signed. */
export interface HeldAgainstLedger extends EarlierReleases {
  readonly chain: ChainName;
  readonly head: string;
  /** All entries of the chain, withdrawals too. */
  readonly entries: readonly LedgerEntry[];
  /** The place the release takes, which it names; none for a demonstration. */
  readonly place: LedgerPlace | undefined;
}

/** What holding a candidate against the ledger needs. */
export interface HoldingPorts {
  readonly ledger: Ledger;
  readonly crypto: Crypto;
}

/**
 * Holds a candidate against the releases of this workstation. A demonstration is held against itself alone: it is invented
 * anew each time, and its chain only records that it happened.
 */
export async function holdAgainstLedger(
  candidate: Candidate,
  policy: Policy,
  { ledger, crypto }: HoldingPorts,
): Promise<HeldAgainstLedger> {
  const chain = policy.demo ? 'demo' : 'release';
  const { entries, head } = await ledger.read(chain);
  const counted = policy.demo ? [] : releasesOf(entries);
  const kept = await keptReleases(entriesToCompare(counted, candidate.recipe), ledger);
  const subject = { entries: counted, head: policy.demo ? '' : head, kept, candidate, policy };
  const place = policy.demo ? undefined : nextPlace((await ledger.identity()).origin, entries, crypto);
  return { ...earlierReleases(subject), chain, head, entries, place };
}

async function keptReleases(
  entries: readonly ReleaseEntry[],
  ledger: Ledger,
): Promise<ReadonlyMap<string, Released>> {
  const kept = new Map<string, Released>();
  for (const entry of entries) {
    // One bundle at a time: a table may be hundreds of megabytes.
    // oxlint-disable-next-line no-await-in-loop
    kept.set(entry.bundle, keptRelease(await ledger.kept(entry)));
  }
  return kept;
}
