import { allowedSignerLine } from './allowed-signers.ts';
import { trustNamespace } from './names.ts';
import type { TrustList } from './trust-list.ts';

/** What `ssh-keygen` needs to check by hand what a list makes known; each text ends its last line. */
export interface HandCheck {
  /** Who may sign approvals, for `-f`. */
  readonly allowedSigners: string;
  /** Revoked keys among them, for `-r`. */
  readonly revokedKeys: string;
  /** The root keys, as `root-1`, `root-2` and so on, for checking the list itself. */
  readonly rootSigners: string;
}

/**
 * The files for a release at `position` of the ledger: who may sign there, and which of their keys are revoked there. Without a
 * position all signers stand in them, and every revoked key, since `ssh-keygen` knows no positions.
 */
export function handCheckFiles(list: TrustList, position: number | undefined): HandCheck {
  const { signers, revoked, rootKeys } = list;
  const meant = signers.filter(
    ({ validFromSeq, validToSeq }) =>
      position === undefined || (validFromSeq <= position && position <= (validToSeq ?? position)),
  );
  const gone = new Set(
    revoked.filter(({ lastGoodSeq }) => position === undefined || position > lastGoodSeq).map(({ fp }) => fp),
  );
  return {
    allowedSigners: lines(meant.map(({ id, key }) => allowedSignerLine(id, key))),
    revokedKeys: lines(meant.filter(({ fp }) => gone.has(fp)).map(({ key }) => key)),
    rootSigners: lines(rootKeys.map((key, i) => `root-${i + 1} namespaces="${trustNamespace}" ${key}`)),
  };
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
