import { readInstant } from '../../shared/bundle/instant.ts';
import { sealBundle, type BundleContents, type SealedBundle } from '../../shared/bundle/seal.ts';
import type { GateResult } from '../../shared/evidence/gate.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Handler, Request } from '../../shared/ipc/contract.ts';
import type { SealOutcome } from '../../shared/ipc/seal-outcome.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { prepareRelease } from '../../shared/workflow/prepare-release.ts';
import { attachCheckpoint } from './attach-checkpoint.ts';
import { type HeldAgainstLedger, holdAgainstLedger } from './earlier-releases.ts';
import { exportBundle, type SignedBundle } from './export-bundle.ts';
import { handOverEarlier } from './hand-over-earlier.ts';
import type { KeyRing } from './key-ring.ts';
import type { LastExport } from './last-export.ts';
import type { Clock } from './ports/clock.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { Keys } from './ports/keys.ts';
import type { Ledger } from './ports/ledger.ts';
import type { SealWindow } from './ports/seal-window.ts';
import type { Vault } from './ports/vault.ts';
import { recordRelease } from './record-release.ts';
import { outcomeFor, sealedForm } from './seal-form.ts';
import { rolesFor, signRelease, type SigningKey } from './sign-release.ts';
import { verifyCommands } from './verify-commands.ts';

export interface SealPorts {
  readonly vault: Vault;
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly ring: KeyRing;
  readonly sealWindow: SealWindow;
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly journal: Journal;
  readonly lastExport: LastExport;
  readonly ledger: Ledger;
  readonly software: { readonly name: string; readonly version: string; readonly commit: string };
}

interface Prepared {
  readonly request: Request<'release.seal'>;
  readonly key: SigningKey;
  readonly candidate: Candidate;
  readonly gates: GateResult[];
  readonly contents: BundleContents;
  readonly held: HeldAgainstLedger;
  readonly claimedTime: string;
}

/** From candidate to receipt: ledger, gates, seal, sign, verify, write, read back, record. Nothing is written before all gates pass. */
export function releaseSeal(ports: SealPorts): Handler<'release.seal'> {
  return async (request): Promise<SealOutcome> => {
    const key: SigningKey = request.policy.demo
      ? { kind: 'demo' }
      : { kind: 'chosen', ...ports.ring.get(request.keyHandle) };
    const { recipe, policy, organisation, comment } = request;
    await handOverEarlier({ recipe, policy }, ports.vault, ports.ledger);
    const candidate = await ports.vault.candidate({ recipe, policy });
    const held = await holdAgainstLedger(candidate, policy, ports);
    const claimedTime = ports.clock.now();
    const prepared = prepareRelease(candidate, policy, {
      organisation,
      comment,
      releaseDate: recipe.releaseDate === '' ? claimedTime.slice(0, 10) : recipe.releaseDate,
      signedAt: readInstant(claimedTime)?.seconds ?? 0,
      earlierReleases: held.gate,
      yearlyBudget: held.yearlyBudget,
      ledger: held.place,
      software: ports.software,
    });
    const gates = [...prepared.gates];
    if (gates.some((gate) => gate.outcome !== 'pass')) {
      await ports.journal.record('release.refused', { gates: failedGates(gates) });
      return { kind: 'refused', gates };
    }
    const { contents } = prepared;
    return sealAndExport({ request, key, candidate, gates, contents, held, claimedTime }, ports);
  };
}

async function sealAndExport(prepared: Prepared, ports: SealPorts): Promise<SealOutcome> {
  const { gates } = prepared;
  const sealed = sealBundle(prepared.contents, ports.crypto);
  const bundle = await haveSigned(prepared, sealed, ports);
  if (bundle === undefined) return { kind: 'cancelled' };
  const path = await exportBundle(
    bundle,
    (write) => recordRelease({ ...prepared, bundle }, write, ports),
    ports,
  );
  if (path === undefined) return { kind: 'cancelled' };
  ports.lastExport.set(path);
  await ports.journal.record('release.exported', { digest: sealed.releaseDigest, outcome: bundle.outcome });
  const receipt = {
    path,
    releaseId: sealed.releaseId,
    digest: sealed.releaseDigest,
    sizeBytes: bundle.bytes.length,
    outcome: bundle.outcome,
    commands: verifyCommands(ports.files.name(path), prepared.key),
  };
  return { kind: 'exported', receipt, gates };
}

async function haveSigned(
  { request, key, candidate, contents, claimedTime, held }: Prepared,
  sealed: SealedBundle,
  ports: SealPorts,
): Promise<SignedBundle | undefined> {
  const { comment, policy } = request;
  const { protection } = candidate;
  const form = sealedForm({ contents, sealed, protection, key, claimedTime, comment }, ports.crypto);
  const signing = { bytes: sealed.bytes, roles: rolesFor(policy), claimedTime, comment };
  const signed = await ports.sealWindow.ask(
    { kind: 'sign', form, askPassphrase: key.kind !== 'demo' },
    (passphrase) => signRelease(signing, key, passphrase, ports),
  );
  if (signed === undefined) return undefined;
  const bytes = await attachCheckpoint(signed, sealed, held, ports);
  const { releaseId, releaseDigest } = sealed;
  return { bytes, releaseId, releaseDigest, outcome: outcomeFor(policy), key };
}

function failedGates(gates: readonly GateResult[]): string {
  return gates
    .filter((gate) => gate.outcome !== 'pass')
    .map((gate) => gate.id)
    .join(' ');
}
