import { describe, expect, it } from 'vitest';
import { releaseSeal } from '../../../../electron/handlers/release-seal.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { toHex } from '../../../../shared/base/hex.ts';
import { releasesOf } from '../../../../shared/ledger/ledger-entry.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { fromUtf8 } from '../../../../shared/base/bytes.ts';
import { ed25519Key } from '../../../../shared/bundle/ssh-key.ts';
import { Role } from '../../../../shared/bundle/statement.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { filesOf } from '../../../support/tampered-bundle.ts';
import { fakeLedger, fakeLedgerKey, fakeOrigin } from './fake-ledger.ts';
import { candidate, demoRequest, fakeAuditHead, fakeKeys, fakeSealPorts } from './fake-ports.ts';

type Ports = ReturnType<typeof fakeSealPorts>;

function releasing(ports: Ports): Promise<Awaited<ReturnType<ReturnType<typeof releaseSeal>>>> {
  const keyFile = new Uint8Array([1]);
  const keyHandle = ports.ring.add({ info: ports.keys.describe(keyFile), keyFile }).handle;
  return releaseSeal(ports)({ ...demoRequest, policy: builtInPolicies.solo, keyHandle });
}

const [table] = candidate.tables;
if (table === undefined) throw new Error('the candidate has a table');
const onePersonLess = {
  ...candidate,
  tables: [{ ...table, persons: Int32Array.of(50), raw: Int32Array.of(46), rawPersons: Int32Array.of(46) }],
};

describe('a release and the ledger', () => {
  it('records what was written: the release, its tables and what it was held against', async () => {
    const ledger = fakeLedger();
    const ports = fakeSealPorts({ ledger });
    await releasing(ports);
    const [entry, ...others] = releasesOf(ledger.chains.release);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ sequence: 0, outcome: 'release', products: ['footfall'], charge: null });
    const [written] = [...ports.disk.values()];
    expect(entry?.bundle).toBe(toHex(nodeCrypto.sha256(written ?? new Uint8Array())));
    expect(ledger.chains.demo).toEqual([]);
  });

  it('lets the same figures out again and names the release before', async () => {
    const ledger = fakeLedger();
    await releasing(fakeSealPorts({ ledger }));
    const again = await releasing(fakeSealPorts({ ledger }));
    expect(again.kind).toBe('exported');
    const [first, second] = releasesOf(ledger.chains.release);
    expect(second?.predecessors).toEqual([{ releaseDigest: first?.releaseDigest, rule: 'compared' }]);
  });

  it('refuses a period that was released when a figure is another, before anything is shown', async () => {
    const ledger = fakeLedger();
    await releasing(fakeSealPorts({ ledger }));
    const ports = fakeSealPorts({
      ledger,
      vault: { ...fakeSealPorts().vault, candidate: async () => onePersonLess },
    });
    const outcome = await releasing(ports);
    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    const gate = outcome.gates.find(({ id }) => id === 'earlier-releases');
    expect(gate?.outcome).toBe('fail');
    expect(gate?.detail).toMatchObject({ code: 'figure-changed', largerPersons: 40, smallerPersons: 50 });
    expect(ports.shown).toEqual([]);
    expect(ports.disk.size).toBe(0);
    expect(ledger.chains.release).toHaveLength(1);
  });

  it('records demonstrations apart and never refuses the next one', async () => {
    const ledger = fakeLedger();
    await releaseSeal(fakeSealPorts({ ledger }))(demoRequest);
    const other = fakeSealPorts({
      ledger,
      vault: { ...fakeSealPorts().vault, candidate: async () => onePersonLess },
    });
    const again = await releaseSeal(other)(demoRequest);
    expect(again.kind === 'refused' ? again.gates.filter((gate) => gate.outcome !== 'pass') : []).toEqual([]);
    expect(again.kind).toBe('exported');
    expect(releasesOf(ledger.chains.demo).map(({ outcome }) => outcome)).toEqual(['demo', 'demo']);
    expect((await releasing(fakeSealPorts({ ledger }))).kind).toBe('exported');
  });

  it('writes nothing when another release was recorded while the officer read', async () => {
    const ledger = fakeLedger();
    const ports = fakeSealPorts({ ledger });
    const slow: Ports = {
      ...ports,
      sealWindow: {
        ask: async (subject, attempt) => {
          await releasing(fakeSealPorts({ ledger }));
          return ports.sealWindow.ask(subject, attempt);
        },
      },
    };
    await expect(releasing(slow)).rejects.toMatchObject({ failure: { code: 'ledger-moved' } });
    expect(ports.disk.size).toBe(0);
  });

  it('signs nothing with a ledger that cannot be read', async () => {
    const ledger = {
      ...fakeLedger(),
      read: () => Promise.reject(new Refusal('ledger-broken', 'Line 1 was changed.')),
    };
    const ports = fakeSealPorts({ ledger });
    await expect(releasing(ports)).rejects.toMatchObject({ failure: { code: 'ledger-broken' } });
    expect(ports.shown).toEqual([]);
  });

  it('ties the bundle to the head it was held against', async () => {
    const ledger = fakeLedger();
    const [first, second] = [fakeSealPorts({ ledger }), fakeSealPorts({ ledger })];
    await releasing(first);
    await releasing(second);
    const digests = ledger.chains.release.map(({ releaseDigest }) => releaseDigest);
    expect(new Set(digests).size).toBe(2);
    const [alone] = await Promise.all(
      [fakeLedger()].map(async (empty) => {
        await releasing(fakeSealPorts({ ledger: empty }));
        return empty.chains.release[0]?.releaseDigest;
      }),
    );
    expect(alone).toBe(digests[0]);
  });

  it('carries the ledger up to itself, signed by the key of the ledger, and anchors the audit log', async () => {
    const ledger = fakeLedger();
    const [first, second] = [fakeSealPorts({ ledger }), fakeSealPorts({ ledger })];
    await releasing(first);
    await releasing(second);
    const [written] = [...second.disk.values()];
    const trust = {
      ...noTrust,
      signers: [
        {
          ids: ['Anna.Muller'],
          person: 'Anna',
          roles: Role.options,
          key: ed25519Key(fakeKeys().describe(new Uint8Array()).publicKey),
        },
      ],
      ledgerKeys: [{ origin: fakeOrigin, publicKey: fakeLedgerKey.publicKey }],
    };
    const report = await verifyBundle(written ?? new Uint8Array(), trust, nodeCrypto);
    expect(report.contents?.release.ledger).toMatchObject({ origin: fakeOrigin, sequence: 1 });
    expect(report.checks.find(({ id }) => id === 'ledger')).toMatchObject({ ok: true });
    expect(report.ledger?.size).toBe(2);
    const files = filesOf(written ?? new Uint8Array());
    const statement = fromUtf8(files.get('approvals/01-preparer.json') ?? new Uint8Array());
    expect(statement).toContain(`"auditHead":"${fakeAuditHead}"`);
  });

  it('leaves a demonstration without a ledger and without an anchor', async () => {
    const ports = fakeSealPorts();
    await releaseSeal(ports)(demoRequest);
    const [written] = [...ports.disk.values()];
    const files = filesOf(written ?? new Uint8Array());
    expect([...files.keys()].filter((path) => path.startsWith('ledger/'))).toEqual([]);
    const statement = fromUtf8(files.get('approvals/01-preparer.json') ?? new Uint8Array());
    expect(statement).toContain('"auditHead":null');
  });
});
