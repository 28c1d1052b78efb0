import { Refusal } from '../../shared/base/failure.ts';
import { codeOf } from './error-code.ts';
import type { ChainPlace } from './ledger-place.ts';

/** Line `line` of a chain does not follow from the one before; 0 for the note of a release that waits beside it. */
export function broken({ ledger }: ChainPlace, line: number): Refusal {
  return new Refusal(
    'ledger-broken',
    `The ledger ${ledger} was changed: line ${line} does not follow from the one before. Nothing can be signed until it is restored from a copy.`,
    { file: ledger, line },
  );
}

/** Of such a ledger no checkpoint was ever signed, so that a new one forks nothing. */
export function earlierForm({ folder, ledger }: ChainPlace): Refusal {
  return new Refusal(
    'ledger-earlier',
    `The ledger ${ledger} has the form of the first versions of Freigabe, which cannot be continued. If it is that old, rename the folder ${folder} and keep it: a new ledger begins, which does not know the old releases, so compare each new bundle with them by hand ("compare"). If it is newer, it was changed: restore it from a copy.`,
    { file: ledger, folder },
  );
}

/** The bundle is out and `pending.json` says so, but the entry could not be added. */
export function behind({ ledger }: ChainPlace, error: unknown): Refusal {
  const reason = error instanceof Refusal ? error.failure.code : codeOf(error);
  return new Refusal(
    'ledger-behind',
    `The bundle was written and counts as released, but the ledger ${ledger} could not be (${reason}). It is completed when it is read next: free some space, or make the folder writable, before the next release.`,
    { file: ledger, reason },
  );
}

/** A file of the ledger, or its folder, cannot be read. */
export function unreadable(file: string, error: unknown): Refusal {
  const reason = codeOf(error);
  return new Refusal(
    'ledger-unreadable',
    `The ledger in ${file} cannot be read (${reason}). Nothing can be signed without it: make the folder readable and writable.`,
    { file, reason },
  );
}
