import { basename } from 'node:path';
import type { Json } from '../../shared/base/json.ts';
import { readInstant } from '../../shared/bundle/instant.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { GateResult } from '../../shared/evidence/gate.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { prepareRelease } from '../../shared/workflow/prepare-release.ts';
import { auditedKeys, auditedLedger, recordCandidate } from '../handlers/audited.ts';
import { attachCheckpoint } from '../handlers/attach-checkpoint.ts';
import { holdAgainstLedger } from '../handlers/earlier-releases.ts';
import { mustVerify, trustIn, writeBundle, type SignedBundle } from '../handlers/export-bundle.ts';
import type { Files } from '../handlers/ports/files.ts';
import { recordRelease } from '../handlers/record-release.ts';
import { outcomeFor } from '../handlers/seal-form.ts';
import { rolesFor, signRelease } from '../handlers/sign-release.ts';
import { verifyCommands } from '../handlers/verify-commands.ts';
import { writeAtomic } from '../node/atomic-file.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { createLedgerStore } from '../node/ledger-store.ts';
import { readLocalFile } from '../node/local-file.ts';
import { auditIn } from './audit-here.ts';
import type { CommandOutcome } from './outcome.ts';
import { protectionText } from './protection-text.ts';
import { keysHere, type KeyToSign } from './signing-key.ts';
import { softwareIdentity } from './software.ts';

/** A candidate on its way to a bundle. */
export interface Sealing extends KeyToSign {
  readonly candidate: Candidate;
  readonly policy: Policy;
  readonly organisation: string;
  readonly comment: string;
  readonly claimedTime: string;
  readonly out: string;
  /** Folder of the ledger. */
  readonly ledger: string;
}

const filesHere: Files = {
  name: (path) => basename(path),
  read: readLocalFile,
  write: writeAtomic,
};

/** Gates, seal, signature, file and read-back, as in the window. Exit code 1 when a gate does not hold. */
export async function sealCandidate(sealing: Sealing): Promise<CommandOutcome> {
  const { candidate, policy, organisation, comment, claimedTime, key, passphrase, out } = sealing;
  const releaseDate = claimedTime.slice(0, 10);
  const record = { journal: auditIn(sealing.ledger), crypto: nodeCrypto };
  const ledger = auditedLedger(createLedgerStore(sealing.ledger), record);
  await recordCandidate(candidate, policy, record);
  const held = await holdAgainstLedger(candidate, policy, { ledger, crypto: nodeCrypto });
  const software = softwareIdentity();
  const { gates, contents } = prepareRelease(candidate, policy, {
    organisation,
    comment,
    releaseDate,
    signedAt: secondOf(claimedTime),
    earlierReleases: held.gate,
    yearlyBudget: held.yearlyBudget,
    ledger: held.place,
    software,
  });
  const failed = gates.filter(({ outcome }) => outcome !== 'pass');
  if (failed.length > 0) return notReleased(gates, failed);
  const sealed = sealBundle(contents, nodeCrypto);
  const anchor = policy.demo ? {} : { auditHead: await record.journal.head() };
  const signing = { bytes: sealed.bytes, roles: rolesFor(policy), claimedTime, comment, ...anchor };
  const keys = auditedKeys(keysHere, record);
  const signed = await signRelease(signing, key, passphrase, { keys, crypto: nodeCrypto });
  const bytes = await attachCheckpoint(signed, sealed, held, { ledger, crypto: nodeCrypto });
  const { releaseId, releaseDigest } = sealed;
  const outcome = outcomeFor(policy);
  const bundle = { bytes, releaseId, releaseDigest, outcome, trust: trustIn(key) };
  await mustVerify(bundle, bytes, nodeCrypto);
  await recordRelease(
    { bundle, contents, claimedTime, held },
    () => writeBundle(bundle, out, { files: filesHere, crypto: nodeCrypto }),
    { ledger, crypto: nodeCrypto },
  );
  return released(sealing, bundle, gates);
}

function released(
  { candidate, key, out }: Sealing,
  { bytes, outcome, releaseId, releaseDigest }: SignedBundle,
  gates: readonly GateResult[],
): CommandOutcome {
  const commands = verifyCommands(basename(out), key);
  const { tables, audit } = candidate.protection;
  return {
    exitCode: 0,
    json: {
      released: true,
      outcome,
      path: out,
      releaseId,
      digest: releaseDigest,
      sizeBytes: bytes.length,
      tables,
      audit,
      gates,
      commands,
    } as unknown as Json,
    text: [
      `${outcome}: ${releaseId}`,
      `digest     ${releaseDigest.replace(/.{8}(?=.)/g, '$& ')}`,
      `file       ${out} (${bytes.length} bytes)`,
      protectionText(candidate.protection, candidate.recipe.guarantee),
      '',
      'To check it without this application, in the folder of the file:',
      ...commands.map((line) => `  ${line}`),
      '',
    ].join('\n'),
  };
}

function notReleased(gates: readonly GateResult[], failed: readonly GateResult[]): CommandOutcome {
  return {
    exitCode: 1,
    json: { released: false, gates },
    text: ['Not released. These gates do not hold:', ...failed.map(gateLine), ''].join('\n'),
  };
}

function secondOf(claimedTime: string): number {
  const instant = readInstant(claimedTime);
  if (instant !== undefined) return instant.seconds;
  const message = `--claimed-time ${claimedTime}: write a time in UTC like 2026-11-22T10:00:00Z.`;
  throw new Refusal('bad-option', message, { option: 'claimed-time' });
}

function gateLine({ id, outcome, detail }: GateResult): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  return `  ${outcome === 'notTested' ? 'not tested' : outcome}: ${id} (${facts.join(', ')})`;
}
