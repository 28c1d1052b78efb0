import { sealBundle, type SealedBundle } from '../../shared/bundle/seal.ts';
import type { Handler, Request } from '../../shared/ipc/contract.ts';
import type { SealOutcome } from '../../shared/ipc/seal-outcome.ts';
import { attachCheckpoint } from './attach-checkpoint.ts';
import { exportBundle, type SignedBundle, trustIn } from './export-bundle.ts';
import type { KeyRing } from './key-ring.ts';
import type { LastExport } from './last-export.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Keys } from './ports/keys.ts';
import type { SealWindow } from './ports/seal-window.ts';
import { recordRelease } from './record-release.ts';
import { outcomeFor, sealedForm } from './seal-form.ts';
import { rolesFor, signRelease, type SigningKey } from './sign-release.ts';
import { verifyCommands } from './verify-commands.ts';
import { type WeighedRelease, weighRelease, type WeighPorts } from './weigh-release.ts';

export interface SealPorts extends WeighPorts {
  readonly keys: Keys;
  readonly ring: KeyRing;
  readonly sealWindow: SealWindow;
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly lastExport: LastExport;
}

interface Prepared extends WeighedRelease {
  readonly request: Request<'release.seal'>;
  readonly key: SigningKey;
}

/** From candidate to receipt: ledger, gates, seal, sign, verify, write, read back, record. Nothing is written before all gates pass. */
export function releaseSeal(ports: SealPorts): Handler<'release.seal'> {
  return async (request): Promise<SealOutcome> => {
    const key: SigningKey = request.policy.demo
      ? { kind: 'demo' }
      : { kind: 'chosen', ...ports.ring.get(request.keyHandle) };
    const weighed = await weighRelease(request, ports);
    return weighed.kind === 'refused' ? weighed : sealAndExport({ ...weighed, request, key }, ports);
  };
}

async function sealAndExport(prepared: Prepared, ports: SealPorts): Promise<SealOutcome> {
  const gates = [...prepared.gates];
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
    async (passphrase) => {
      const anchored = policy.demo ? signing : { ...signing, auditHead: await ports.journal.head() };
      return signRelease(anchored, key, passphrase, ports);
    },
  );
  if (signed === undefined) return undefined;
  const bytes = await attachCheckpoint(signed, sealed, held, ports);
  const { releaseId, releaseDigest } = sealed;
  return { bytes, releaseId, releaseDigest, outcome: outcomeFor(policy), trust: trustIn(key) };
}
