import { describe, expect, it } from 'vitest';
import { releaseSeal } from '../../../../electron/handlers/release-seal.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { candidate, demoRequest, fakeKeys, fakeSealPorts } from './fake-ports.ts';

const path = '/home/officer/out.freigabe.zip';

function withKey(ports: ReturnType<typeof fakeSealPorts>): string {
  const keyFile = new Uint8Array([1]);
  return ports.ring.add({ info: ports.keys.describe(keyFile), keyFile }).handle;
}

describe('release.seal', () => {
  it('writes a demo that verifies as a demo, and answers by contract', async () => {
    const ports = fakeSealPorts();
    const outcome = await releaseSeal(ports)(demoRequest);
    expect(contract['release.seal'].response.parse({ ok: true, value: outcome }).ok).toBe(true);
    if (outcome.kind !== 'exported') throw new Error(outcome.kind);
    expect(outcome.receipt.outcome).toBe('demo');
    const report = await verifyBundle(ports.disk.get(path) ?? new Uint8Array(), undefined, nodeCrypto);
    expect(report.outcome).toBe('demo');
    expect(report.releaseDigest).toBe(outcome.receipt.digest);
    expect(ports.lastExport.get()).toBe(path);
  });

  it('shows in the seal window the digest that is then written, and asks no passphrase for the demo key', async () => {
    const ports = fakeSealPorts();
    const outcome = await releaseSeal(ports)(demoRequest);
    const [subject] = ports.shown;
    if (subject?.kind !== 'sign' || outcome.kind !== 'exported') throw new Error('nothing was signed');
    expect(subject.askPassphrase).toBe(false);
    expect(subject.form.digest).toBe(outcome.receipt.digest);
    expect(subject.form.outcome).toBe('demo');
    expect(subject.form.tables).toEqual([{ product: 'footfall', published: 1, suppressed: 1 }]);
  });

  it.each([
    ['default', 'prepared', ['prepared']],
    ['solo', 'release', ['prepared', 'approved']],
  ] as const)('makes of the %s policy a bundle that is %s', async (policy, expected, decisions) => {
    const keys = fakeKeys();
    const ports = fakeSealPorts({ keys });
    const outcome = await releaseSeal(ports)({
      ...demoRequest,
      policy: builtInPolicies[policy],
      keyHandle: withKey(ports),
    });
    if (outcome.kind !== 'exported') throw new Error(outcome.kind);
    expect(outcome.receipt.outcome).toBe(expected);
    const [subject] = ports.shown;
    expect(subject?.kind === 'sign' && subject.form.decisions).toEqual(decisions);
    expect(keys.open()).toBe(0);
  });

  it('locks the key again when the passphrase was wrong', async () => {
    const keys = fakeKeys();
    const ports = fakeSealPorts({ keys, sealWindow: { ask: (_subject, attempt) => attempt('wrong') } });
    const sealing = releaseSeal(ports)({
      ...demoRequest,
      policy: builtInPolicies.solo,
      keyHandle: withKey(ports),
    });
    await expect(sealing).rejects.toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect(keys.open()).toBe(0);
    expect(ports.disk.size).toBe(0);
  });

  it('refuses before anything is shown when a gate fails', async () => {
    const [table] = candidate.tables;
    if (table === undefined) throw new Error('the candidate has a table');
    const tooFew = { ...candidate, tables: [{ ...table, raw: Int32Array.of(29) }] };
    const ports = fakeSealPorts({
      vault: { ...fakeSealPorts().vault, candidate: async () => tooFew },
    });
    const outcome = await releaseSeal(ports)(demoRequest);
    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    expect(outcome.gates.find((gate) => gate.id === 'minimum-persons')?.outcome).toBe('fail');
    expect(ports.shown).toEqual([]);
    expect(ports.disk.size).toBe(0);
    expect(ports.events).toEqual(['release.refused']);
  });

  it('needs a key unless the policy is the demo', async () => {
    const sealing = releaseSeal(fakeSealPorts())({ ...demoRequest, policy: builtInPolicies.solo });
    await expect(sealing).rejects.toMatchObject({ failure: { code: 'no-key-chosen' } });
  });

  it('writes nothing when the officer calls it off, in either window', async () => {
    const unsigned = fakeSealPorts({ sealWindow: { ask: async () => undefined } });
    expect(await releaseSeal(unsigned)(demoRequest)).toEqual({ kind: 'cancelled' });
    const unsaved = fakeSealPorts({
      dialogs: { openFile: async () => undefined, saveFile: async () => undefined },
    });
    expect(await releaseSeal(unsaved)(demoRequest)).toEqual({ kind: 'cancelled' });
    expect([unsigned.disk.size, unsaved.disk.size]).toEqual([0, 0]);
  });

  it('passes on that the disk is full and records no export', async () => {
    const ports = fakeSealPorts();
    const files = {
      ...ports.files,
      write: () => Promise.reject(new Refusal('disk-full', 'There is no room.')),
    };
    const sealing = releaseSeal({ ...ports, files })(demoRequest);
    await expect(sealing).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(ports.events).toEqual([]);
    expect(ports.lastExport.get()).toBeUndefined();
  });

  it('does not call exported what reads back differently', async () => {
    const ports = fakeSealPorts();
    const files = {
      ...ports.files,
      read: async (at: string) =>
        (ports.disk.get(at) ?? new Uint8Array()).map((byte, i) => (i === 99 ? byte ^ 1 : byte)),
    };
    const sealing = releaseSeal({ ...ports, files })(demoRequest);
    await expect(sealing).rejects.toMatchObject({ failure: { code: 'read-back-failed' } });
    expect(ports.lastExport.get()).toBeUndefined();
  });

  it('gives the same bytes for the same candidate, key and time', async () => {
    const [first, second] = [fakeSealPorts(), fakeSealPorts()];
    await releaseSeal(first)(demoRequest);
    await releaseSeal(second)(demoRequest);
    expect(first.disk.get(path)).toEqual(second.disk.get(path));
  });

  it('adds the extension that is missing', async () => {
    const ports = fakeSealPorts({
      dialogs: { openFile: async () => undefined, saveFile: async () => '/home/officer/may.zip' },
    });
    await releaseSeal(ports)(demoRequest);
    expect([...ports.disk.keys()]).toEqual(['/home/officer/may.freigabe.zip']);
  });
});
