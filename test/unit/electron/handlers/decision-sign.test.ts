import { describe, expect, it } from 'vitest';
import { decisionLook } from '../../../../electron/handlers/decision-look.ts';
import { decisionSign } from '../../../../electron/handlers/decision-sign.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { Confirmation } from '../../../../shared/bundle/statement.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import type { DecisionRequest } from '../../../../shared/ipc/decision.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import {
  approval,
  decidePorts,
  type DecidePorts,
  everybody,
  holds,
  type Person,
  prepare,
  trustIn,
} from './decide-ports.ts';
import { demoRequest } from './fake-ports.ts';

const sign = (ports: DecidePorts, person: Person, request: DecisionRequest) =>
  decisionSign(ports)({ ...request, keyHandle: holds(ports, person) });

const refusal = (code: string) => ({ failure: { code } });

async function approveBy(ports: DecidePorts, person: Person, request: DecisionRequest, path: string) {
  ports.answers.save = path;
  const outcome = await sign(ports, person, request);
  if (outcome.kind !== 'signed') throw new Error(outcome.kind);
  ports.paths.set(outcome.receipt.digest, path);
  return outcome.receipt;
}

const withdrawal = (digest: string): DecisionRequest => ({
  ...approval(digest, 'privacy-officer'),
  decision: 'withdraw',
  reason: 'objection',
  confirmed: [],
});

async function released(ports: DecidePorts): Promise<string> {
  const digest = await prepare(ports);
  await approveBy(ports, 'ben', approval(digest, 'privacy-officer'), '/two.freigabe.zip');
  await approveBy(ports, 'cleo', approval(digest, 'second-signer'), '/three.freigabe.zip');
  return digest;
}

describe('approving', () => {
  it('goes over what was signed before, into a new file, until the policy has all it asks for', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const given = ports.disk.get('/home/a/one.freigabe.zip');
    const first = await approveBy(ports, 'ben', approval(digest, 'privacy-officer'), '/two.freigabe.zip');
    expect(first).toMatchObject({ outcome: 'prepared', digest });
    const second = await approveBy(ports, 'cleo', approval(digest, 'second-signer'), '/three.freigabe.zip');
    expect(second).toMatchObject({ outcome: 'release', digest });
    expect(ports.disk.get('/home/a/one.freigabe.zip')).toEqual(given);
    const report = await verifyBundle(
      ports.disk.get('/three.freigabe.zip') ?? new Uint8Array(),
      everybody,
      nodeCrypto,
    );
    expect(report.outcome).toBe('release');
    expect(report.signatures.map(({ signer, role, confirmed }) => [signer, role, confirmed.length])).toEqual([
      ['anna', 'preparer', 0],
      ['ben', 'privacy-officer', Confirmation.options.length],
      ['cleo', 'second-signer', Confirmation.options.length],
    ]);
    expect(ports.events.slice(-2)).toEqual(['release.approved', 'release.approved']);
  });

  it('shows in the seal window what main read from the file, and who signed before', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    await approveBy(ports, 'ben', approval(digest, 'privacy-officer'), '/two.freigabe.zip');
    const subject = ports.shown.at(-1);
    if (subject?.kind !== 'sign') throw new Error('nothing was shown');
    expect(subject.form).toMatchObject({
      digest,
      title: demoRequest.recipe.title,
      comment: 'looked at',
      before: [{ person: 'anna', role: 'preparer', decision: 'prepare' }],
      decisions: ['approved'],
      roles: ['privacy-officer'],
      confirmed: Confirmation.options,
      outcome: 'prepared',
      missing: 1,
      keyLabel: 'ben',
      by: 'key',
    });
  });

  it.each([
    ['anna', 'privacy-officer', 'signer-prepared-it'],
    ['ben', 'second-signer', 'signer-role-taken'],
  ] as const)('is refused to %s as %s: %s', async (person, role, code) => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    await expect(sign(ports, person, approval(digest, role))).rejects.toMatchObject(refusal(code));
    expect(ports.shown).toHaveLength(1);
  });

  it('is refused to the same person twice, also with another role', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    await approveBy(ports, 'dora', approval(digest, 'privacy-officer'), '/two.freigabe.zip');
    await expect(sign(ports, 'dora', approval(digest, 'second-signer'))).rejects.toMatchObject(
      refusal('signer-signed-before'),
    );
  });

  it('is refused in a role somebody took', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    await approveBy(ports, 'ben', approval(digest, 'privacy-officer'), '/two.freigabe.zip');
    await expect(sign(ports, 'dora', approval(digest, 'privacy-officer'))).rejects.toMatchObject(
      refusal('signer-role-taken'),
    );
  });

  it('is refused to a key nobody listed, and under a preparer nobody knows', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const withTrust = (trust: typeof everybody): DecidePorts => ({
      ...ports,
      trust: { ...ports.trust, load: async () => trust },
    });
    const strange = withTrust(trustIn({ anna: ['preparer'], cleo: ['second-signer'] }));
    await expect(sign(strange, 'ben', approval(digest, 'privacy-officer'))).rejects.toMatchObject(
      refusal('key-not-listed'),
    );
    const blind = withTrust(trustIn({ ben: ['privacy-officer'] }));
    await expect(sign(blind, 'ben', approval(digest, 'privacy-officer'))).rejects.toMatchObject(
      refusal('cannot-decide-preparer-unknown'),
    );
  });

  it('is refused until everything is confirmed, and without the comment a policy asks for', async () => {
    const ports = decidePorts();
    const { signing } = builtInPolicies.default;
    const digest = await prepare(ports, {
      ...builtInPolicies.default,
      signing: { ...signing, comment: true },
    });
    const all = approval(digest, 'privacy-officer');
    await expect(sign(ports, 'ben', { ...all, confirmed: ['evidence-read'] })).rejects.toMatchObject(
      refusal('confirmations-missing'),
    );
    await expect(sign(ports, 'ben', { ...all, comment: ' ' })).rejects.toMatchObject(
      refusal('comment-missing'),
    );
  });

  it('is refused for a file that changed since it was opened, and for one that is broken', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const request = approval(digest, 'privacy-officer');
    const path = '/home/a/one.freigabe.zip';
    const whole = ports.disk.get(path) ?? new Uint8Array();
    ports.disk.set(path, whole.subarray(0, whole.length - 9));
    await expect(sign(ports, 'ben', request)).rejects.toMatchObject(refusal('bundle-changed'));
    const text = new TextDecoder('latin1').decode(whole);
    const at = text.indexOf('Planning');
    ports.disk.set(path, whole.with(at, whole[at] === 81 ? 82 : 81));
    await expect(sign(ports, 'ben', request)).rejects.toMatchObject(refusal('bundle-broken'));
    ports.paths.set(digest, '/elsewhere.zip');
    await expect(sign(ports, 'ben', request)).rejects.toMatchObject({});
  });

  it('never writes over the bundle it was given, and writes nothing when it is called off', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const request = approval(digest, 'privacy-officer');
    await expect(sign(ports, 'ben', request)).rejects.toMatchObject(refusal('same-file'));
    ports.answers.save = undefined;
    expect(await sign(ports, 'ben', request)).toEqual({ kind: 'cancelled' });
    expect(ports.disk.size).toBe(1);
  });

  it('lets the preparer approve only where the policy says so', async () => {
    const ports = decidePorts();
    const solo = { ...builtInPolicies.solo, approvals: 2 };
    const digest = await prepare(ports, solo);
    const subject = await decisionLook(ports)({ digest });
    expect(subject.signers.find(({ id }) => id === 'anna')).toMatchObject({ hindrance: 'signed-before' });
    const receipt = await approveBy(ports, 'cleo', approval(digest, 'second-signer'), '/two.freigabe.zip');
    expect(receipt.outcome).toBe('release');
  });
});

describe('looking', () => {
  it('tells by contract what the file holds, what is missing and who may sign', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const subject = await decisionLook(ports)({ digest });
    expect(contract['decision.look'].response.parse({ ok: true, value: subject }).ok).toBe(true);
    expect(subject).toMatchObject({
      digest,
      outcome: 'prepared',
      needed: 2,
      counted: 0,
      rolesOpen: ['privacy-officer', 'second-signer'],
      obstructions: [],
      failed: [],
      inLedger: true,
    });
    expect(subject.gates.every(({ outcome }) => outcome === 'pass')).toBe(true);
    expect(subject.attested.length).toBeGreaterThan(5);
    expect(subject.signers.map(({ id, open, hindrance }) => [id, open, hindrance])).toEqual([
      ['anna', [], 'prepared-it'],
      ['ben', ['privacy-officer'], undefined],
      ['cleo', ['second-signer'], undefined],
      ['dora', ['privacy-officer', 'second-signer'], undefined],
    ]);
  });

  it('refuses a bundle that is not open', async () => {
    await expect(decisionLook(decidePorts())({ digest: '0'.repeat(64) })).rejects.toMatchObject(
      refusal('bundle-not-open'),
    );
  });
});

describe('rejecting', () => {
  it('keeps what was signed, leaves the bundle as it is, and is on record', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const before = ports.disk.get('/home/a/one.freigabe.zip');
    const request = { ...approval(digest, 'second-signer'), decision: 'reject' as const, confirmed: [] };
    const outcome = await sign(ports, 'cleo', { ...request, comment: 'too fine' });
    expect(outcome).toMatchObject({
      kind: 'rejected',
      kept: { decision: 'reject', digest, signer: 'cleo', comment: 'too fine' },
    });
    expect(ports.disk.get('/home/a/one.freigabe.zip')).toEqual(before);
    expect(ports.disk.size).toBe(1);
    expect(ports.events.at(-1)).toBe('release.rejected');
    expect((await decisionLook(ports)({ digest })).kept).toHaveLength(1);
  });

  it('asks for a reason, and for a role', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    const request = { ...approval(digest, 'second-signer'), decision: 'reject' as const, confirmed: [] };
    await expect(sign(ports, 'cleo', { ...request, comment: ' ' })).rejects.toMatchObject(
      refusal('reason-missing'),
    );
    await expect(sign(ports, 'ben', request)).rejects.toMatchObject(refusal('signer-no-role'));
  });
});

describe('withdrawing', () => {
  it('is for releases alone', async () => {
    const ports = decidePorts();
    const digest = await prepare(ports);
    await expect(sign(ports, 'ben', withdrawal(digest))).rejects.toMatchObject(refusal('not-released'));
  });

  it('enters the ledger, is kept, and writes a signed notice for recipients', async () => {
    const ports = decidePorts();
    const digest = await released(ports);
    ports.answers.save = '/notice.json';
    const outcome = await sign(ports, 'ben', withdrawal(digest));
    expect(outcome).toMatchObject({ kind: 'withdrawn', notice: '/notice.json', kept: { digest } });
    const { entries } = await ports.ledger.read('release');
    expect(entries.map(({ kind }) => kind)).toEqual(['release', 'withdrawal']);
    expect(ports.disk.has('/notice.json.sig')).toBe(true);
    expect((await decisionLook(ports)({ digest })).obstructions).toContain('withdrawn');
    await expect(sign(ports, 'ben', withdrawal(digest))).rejects.toMatchObject(
      refusal('cannot-decide-withdrawn'),
    );
  });

  it('is refused where the ledger does not hold the release', async () => {
    const ports = decidePorts();
    const digest = await released(ports);
    const elsewhere = { ...ports, ledger: decidePorts().ledger };
    await expect(sign(elsewhere, 'ben', withdrawal(digest))).rejects.toMatchObject(refusal('not-in-ledger'));
  });
});
