import { describe, expect, it } from 'vitest';
import { decisionElsewhere } from '../../../../electron/handlers/decision-elsewhere.ts';
import { decisionSign } from '../../../../electron/handlers/decision-sign.ts';
import { pendingDrop } from '../../../../electron/handlers/pending-drop.ts';
import { pendingImport } from '../../../../electron/handlers/pending-import.ts';
import { pendingList } from '../../../../electron/handlers/pending-list.ts';
import { releaseElsewhere } from '../../../../electron/handlers/release-elsewhere.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { approvalNamespace } from '../../../../shared/bundle/names.ts';
import { signWithSsh } from '../../../../shared/bundle/ssh-signature.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import {
  approval,
  decidePorts,
  type DecidePorts,
  everybody,
  holds,
  type Person,
  prepare,
  printOf,
  signerOf,
} from './decide-ports.ts';
import { demoRequest } from './fake-ports.ts';

const refusal = (code: string) => ({ failure: { code } });
const file = '/media/02-privacy-officer.json';

/** Ben is to approve elsewhere; what waits for his signature. */
async function waiting(ports: DecidePorts) {
  const digest = await prepare(ports);
  ports.answers.save = file;
  const request = { ...approval(digest, 'privacy-officer'), fingerprint: printOf('ben') };
  const signing = await decisionElsewhere(ports)(request);
  if (signing === undefined) throw new Error('nothing was written');
  return signing;
}

/** Lays the signature of a statement beside it, as `ssh-keygen -Y sign` does, and answers the dialog with it. */
async function signBeside(ports: DecidePorts, path: string, person: Person, namespace = approvalNamespace) {
  const statement = ports.disk.get(path) ?? new Uint8Array();
  ports.disk.set(`${path}.sig`, await signWithSsh(namespace, statement, signerOf(person), nodeCrypto));
  ports.answers.open = `${path}.sig`;
}

describe('a decision that is signed elsewhere', () => {
  it('is shown, written and kept waiting, with the command that signs it', async () => {
    const ports = decidePorts();
    const signing = await waiting(ports);
    const subject = ports.shown.at(-1);
    expect(subject?.kind === 'sign' && [subject.askPassphrase, subject.form.by]).toEqual([
      false,
      'elsewhere',
    ]);
    expect(signing.command).toBe('ssh-keygen -Y sign -n freigabe.approval.v1 -f KEY 02-privacy-officer.json');
    expect(ports.disk.has(file)).toBe(true);
    expect(await pendingList(ports)({})).toEqual([signing]);
  });

  it('goes on once its signature is back, and waits no more', async () => {
    const ports = decidePorts();
    const { id } = await waiting(ports);
    await signBeside(ports, file, 'ben');
    ports.answers.save = '/two.freigabe.zip';
    expect(await pendingImport(ports)({ id })).toMatchObject({ kind: 'signed' });
    const bytes = ports.disk.get('/two.freigabe.zip') ?? new Uint8Array();
    const report = await verifyBundle(bytes, everybody, nodeCrypto);
    expect(report.signatures.map(({ signer }) => signer)).toEqual(['anna', 'ben']);
    expect(await pendingList(ports)({})).toEqual([]);
  });

  it('is refused with the key of another, and with a signature for another purpose', async () => {
    const ports = decidePorts();
    const { id } = await waiting(ports);
    await signBeside(ports, file, 'dora');
    await expect(pendingImport(ports)({ id })).rejects.toMatchObject(refusal('signature-other-key'));
    await signBeside(ports, file, 'ben', 'file');
    await expect(pendingImport(ports)({ id })).rejects.toMatchObject(refusal('signature-namespace'));
    expect(await pendingList(ports)({})).toHaveLength(1);
  });

  it('is refused once somebody else signed in the meantime', async () => {
    const ports = decidePorts();
    const { id, digest } = await waiting(ports);
    ports.answers.save = '/two.freigabe.zip';
    const request = { ...approval(digest, 'second-signer'), keyHandle: holds(ports, 'cleo') };
    await decisionSign(ports)(request);
    await signBeside(ports, file, 'ben');
    await expect(pendingImport(ports)({ id })).rejects.toMatchObject(refusal('statement-stale'));
  });

  it('can be given up', async () => {
    const ports = decidePorts();
    const { id } = await waiting(ports);
    await pendingDrop(ports)({ id });
    await expect(pendingImport(ports)({ id })).rejects.toMatchObject(refusal('pending-gone'));
  });

  it('is refused to whoever prepared the release', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const request = { ...approval(digest, 'second-signer'), fingerprint: printOf('anna') };
    await expect(decisionElsewhere(ports)(request)).rejects.toMatchObject(refusal('signer-prepared-it'));
  });
});

describe('a release whose preparer signs elsewhere', () => {
  const preparation = '/media/01-preparer.json';
  const request = { ...demoRequest, policy: builtInPolicies.default, fingerprint: printOf('anna') };

  it('goes out and into the ledger only when the signature is back', async () => {
    const ports = decidePorts();
    ports.answers.save = preparation;
    const outcome = await releaseElsewhere(ports)(request);
    if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
    expect((await ports.ledger.read('release')).entries).toEqual([]);
    await signBeside(ports, preparation, 'anna');
    ports.answers.save = '/one.freigabe.zip';
    const signed = await pendingImport(ports)({ id: outcome.signing.id });
    expect(signed).toMatchObject({ kind: 'signed', receipt: { outcome: 'prepared' } });
    expect((await ports.ledger.read('release')).entries).toHaveLength(1);
    const bytes = ports.disk.get('/one.freigabe.zip') ?? new Uint8Array();
    expect((await verifyBundle(bytes, everybody, nodeCrypto)).outcome).toBe('prepared');
  });

  it('is refused where another release was recorded in the meantime', async () => {
    const ports = decidePorts();
    ports.answers.save = preparation;
    const outcome = await releaseElsewhere(ports)(request);
    if (outcome.kind !== 'waiting') throw new Error(outcome.kind);
    ports.answers.save = '/other.freigabe.zip';
    await prepare(ports);
    await signBeside(ports, preparation, 'anna');
    const importing = pendingImport(ports)({ id: outcome.signing.id });
    await expect(importing).rejects.toMatchObject(refusal('ledger-moved'));
  });

  it('is refused to a key that is no preparer, and for a demo', async () => {
    const ports = decidePorts();
    const byBen = { ...request, fingerprint: printOf('ben') };
    await expect(releaseElsewhere(ports)(byBen)).rejects.toMatchObject(refusal('key-not-preparer'));
    const demo = { ...request, policy: builtInPolicies.demo };
    await expect(releaseElsewhere(ports)(demo)).rejects.toMatchObject(refusal('cannot-decide-demo'));
  });
});
