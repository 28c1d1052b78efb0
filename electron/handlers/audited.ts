import { canonicalJson } from '../../shared/base/canonical-json.ts';
import { utf8 } from '../../shared/base/bytes.ts';
import { toHex } from '../../shared/base/hex.ts';
import { fingerprint } from '../../shared/bundle/ssh-key.ts';
import { sizeOf } from '../../shared/extract/source.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { ExtractFiles } from './ports/extract-files.ts';
import type { Journal, JournalDetail } from './ports/journal.ts';
import type { Keys } from './ports/keys.ts';
import type { Ledger } from './ports/ledger.ts';
import type { SealWindow } from './ports/seal-window.ts';
import type { TrustStore } from './ports/trust-store.ts';
import type { Vault } from './ports/vault.ts';
import { withIntent } from './with-intent.ts';

/** What the audit log is told besides what handlers record of themselves, and how digests are made. */
export interface AuditPorts {
  readonly journal: Journal;
  readonly crypto: Crypto;
}

/** Keys, each use of which is recorded before and after. */
export function auditedKeys(keys: Keys, { journal }: AuditPorts): Keys {
  return {
    ...keys,
    unlock: (keyFile, passphrase) => {
      const { label, fingerprint: print } = keys.describe(keyFile);
      const detail = { fingerprint: print, actor: label };
      return withIntent(journal, 'key.use', detail, () => keys.unlock(keyFile, passphrase));
    },
  };
}

/** A ledger, each release and withdrawal of which is recorded before and after. */
export function auditedLedger(ledger: Ledger, { journal }: AuditPorts): Ledger {
  return {
    ...ledger,
    record: async (chain, addition, write) => {
      const { releaseDigest: digest, outcome } = addition.release;
      await withIntent(journal, 'release.export', { digest, outcome }, async () => {
        await ledger.record(chain, addition, write);
        return true;
      });
    },
    withdraw: (withdrawal) => {
      const { releaseDigest: digest, reason } = withdrawal;
      return withIntent(journal, 'release.withdraw', { digest, reason }, () => ledger.withdraw(withdrawal));
    },
  };
}

/** A seal window: that a signature was asked for, for what, and whether it was given. */
export function auditedSealWindow(window: SealWindow, { journal }: AuditPorts): SealWindow {
  return {
    ask: (subject, attempt) => {
      if (subject.kind === 'create') return window.ask(subject, attempt);
      const { digest, decisions, roles, keyLabel, by } = subject.form;
      const detail: JournalDetail = {
        digest,
        actor: keyLabel,
        role: roles[0] ?? '',
        decisions: decisions.join(' '),
        by,
      };
      return withIntent(journal, 'decision.sign', detail, () => window.ask(subject, attempt));
    },
  };
}

/** A trust store, each key of which that is taken in is recorded. */
export function auditedTrust<T extends TrustStore>(trust: T, { journal, crypto }: AuditPorts): T {
  return {
    ...trust,
    remember: async (key) => {
      const detail = { fingerprint: fingerprint(key.publicKey, crypto), actor: key.signerId };
      await withIntent(journal, 'trust.change', detail, async () => {
        await trust.remember(key);
        return true;
      });
    },
  };
}

/** Files of an extract: that they were opened, and how large they are. */
export function auditedExtractFiles(files: ExtractFiles, { journal }: AuditPorts): ExtractFiles {
  return {
    register: async (kind, paths) => {
      const source = await files.register(kind, paths);
      await journal.record('extract.opened', { bytes: sizeOf(source) });
      return source;
    },
  };
}

/** A vault: which recipe a candidate was made by, and how the attacks on it went. */
export function auditedVault<T extends Vault>(vault: T, ports: AuditPorts): T {
  return {
    ...vault,
    candidate: async (request) => {
      const candidate = await vault.candidate(request);
      await recordCandidate(candidate, request.policy, ports);
      return candidate;
    },
  };
}

/** Records the recipe a candidate was made by, as a digest, and how each attack on it went. */
export async function recordCandidate(
  { recipe, attacks }: Pick<Candidate, 'recipe' | 'attacks'>,
  { id }: Pick<Policy, 'id'>,
  { journal, crypto }: AuditPorts,
): Promise<void> {
  const digest = toHex(crypto.sha256(utf8(canonicalJson(recipe))));
  await journal.record('recipe.committed', { digest, policy: id });
  for (const { attack, outcome } of attacks)
    // In their order, each on disk before the next.
    // oxlint-disable-next-line no-await-in-loop
    await journal.record('attack.told', { digest, attack, outcome });
}

/** The parts of the ground handlers are made on whose use is recorded. */
export interface AuditedGround {
  readonly extractFiles: ExtractFiles;
  readonly journal: Journal;
  readonly keys: Keys;
  readonly ledger: Ledger;
  readonly sealWindow: SealWindow;
  readonly trust: TrustStore;
  readonly vault: Vault;
}

/** The ground with every one of these parts recorded. */
export function auditedGround<T extends AuditedGround>(ground: T, crypto: Crypto): T {
  const ports = { journal: ground.journal, crypto };
  return {
    ...ground,
    extractFiles: auditedExtractFiles(ground.extractFiles, ports),
    keys: auditedKeys(ground.keys, ports),
    ledger: auditedLedger(ground.ledger, ports),
    sealWindow: auditedSealWindow(ground.sealWindow, ports),
    trust: auditedTrust(ground.trust, ports),
    vault: auditedVault(ground.vault, ports),
  };
}
