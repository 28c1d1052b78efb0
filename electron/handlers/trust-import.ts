import { toHex } from '../../shared/base/hex.ts';
import { maximumTrustListBytes } from '../../shared/bundle/trust-list-file.ts';
import type { TrustList } from '../../shared/bundle/trust-list.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { TrustChange } from '../../shared/ipc/trust-overview.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { trustChange } from '../../shared/workflow/trust-change.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal, JournalDetail } from './ports/journal.ts';
import type { ImportedList, ListStore } from './ports/trust-store.ts';
import { withIntent } from './with-intent.ts';

interface ImportPorts {
  readonly dialogs: Pick<Dialogs, 'openFile'>;
  readonly files: Pick<Files, 'read'>;
  readonly trust: Pick<ListStore, 'lists' | 'importList'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly crypto: Crypto;
}

/**
 * Takes in a publisher's list and tells what it changed. Which file was tried and how that went is recorded before and after; what is believed
 * from then on is recorded by its origin, version and root keys.
 */
export function trustImport(ports: ImportPorts): Handler<'trust.import'> {
  const { dialogs, files, trust, journal, clock, crypto } = ports;
  return async ({ fingerprint }) => {
    const path = await dialogs.openFile('trust');
    if (path === undefined) return undefined;
    const file = await files.read(path, maximumTrustListBytes);
    const before = await trust.lists();
    const digest = toHex(crypto.sha256(file));
    const taken = await withIntent(journal, 'trust.import', { digest }, () =>
      trust.importList(file, fingerprint, clock.now()),
    );
    const change = trustChange(heldOf(taken, before), inForce(taken, await trust.lists()));
    await journal.record('trust.believed', detailOf(taken, change));
    return change;
  };
}

function heldOf({ origin }: ImportedList, lists: readonly TrustList[]): TrustList | undefined {
  return lists.find((list) => list.origin === origin);
}

function inForce(taken: ImportedList, lists: readonly TrustList[]): TrustList {
  const list = heldOf(taken, lists);
  if (list === undefined) throw new Error(`the list of ${taken.origin} was taken in and is not held`);
  return list;
}

function detailOf({ origin, fingerprint }: ImportedList, change: TrustChange): JournalDetail {
  const { kind, version, before = 0, added, removed, altered, revoked, reinstated } = change;
  return {
    fingerprint,
    origin,
    change: kind,
    version,
    before,
    added: added.length,
    removed: removed.length,
    altered: altered.length,
    revoked: revoked.length,
    reinstated: reinstated.length,
    rootAdded: change.rootAdded,
    rootRemoved: change.rootRemoved,
  };
}
