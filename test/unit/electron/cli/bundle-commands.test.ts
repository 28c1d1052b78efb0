import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditIn } from '../../../../electron/cli/audit-here.ts';
import { approve } from '../../../../electron/cli/commands/approve.ts';
import { inspect } from '../../../../electron/cli/commands/inspect.ts';
import { keygen } from '../../../../electron/cli/commands/keygen.ts';
import { verify } from '../../../../electron/cli/commands/verify.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { signBundle, storedApprovals } from '../../../../shared/bundle/approvals.ts';
import { demoSigner, demoSignerId } from '../../../../shared/bundle/demo-key.ts';
import { readStatementFile } from '../../../../shared/bundle/external-signature.ts';
import { sealBundle } from '../../../../shared/bundle/seal.ts';
import { Role } from '../../../../shared/bundle/statement.ts';
import { readZip } from '../../../../shared/bundle/zip-read.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { smallContents } from '../../../support/small-bundle.ts';

const passphrase = 'five words are also enough';
const claimedTime = '2026-05-21T10:00:00Z';
let folder: string;
const at = (name: string): string => join(folder, name);
const ledgerAt = (): { readonly ledger: string } => ({ ledger: at('ledger') });
const request = { name: '', id: 'kim@example.org', passphrase, created: '2026-05-21' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  await keygen({ ...request, name: at('kim') });
});
afterAll(() => rmSync(folder, { recursive: true }));

const refusedAs = (code: string) => ({ failure: { code } });
const recordsOf = (role: string) => [
  ['decision.sign', 'intent', role],
  ['key.use', 'intent', ''],
  ['key.use', 'done', ''],
  ['decision.sign', 'done', role],
];

describe('the commands about bundles', () => {
  it('make a key once, readable by its owner only, and change no trust list', async () => {
    expect(statSync(at('kim.key.json')).mode & 0o077).toBe(0);
    await expect(keygen({ ...request, name: at('kim') })).rejects.toMatchObject({
      failure: { code: 'file-exists' },
    });
    const before = readFileSync(at('trust.json'));
    const second = await keygen({ ...request, name: at('lee'), id: 'lee@example.org' });
    expect(second.json).toMatchObject({ kept: [at('allowed_signers'), at('trust.json')] });
    expect(readFileSync(at('trust.json'))).toEqual(before);
  });

  it('approve step by step until the bundle is a release', async () => {
    const path = at('solo.freigabe.zip');
    writeFileSync(path, sealBundle(smallContents({ policy: builtInPolicies.solo }), nodeCrypto).bytes);
    const step = {
      path,
      ...ledgerAt(),
      keyPath: at('kim.key.json'),
      passphrase,
      id: 'kim@example.org',
      claimedTime,
    };
    await expect(approve({ ...step, role: 'privacy-officer' })).rejects.toMatchObject({
      failure: { code: 'signing-order' },
    });
    expect((await approve({ ...step, role: 'preparer' })).exitCode).toBe(0);
    expect(await verify(path, at('trust.json'))).toMatchObject({
      exitCode: 1,
      json: { outcome: 'prepared' },
    });
    expect((await approve({ ...step, role: 'privacy-officer' })).exitCode).toBe(0);
    expect(await verify(path, at('trust.json'))).toMatchObject({
      exitCode: 0,
      json: { outcome: 'release', solo: true },
    });
    expect((await verify(path, at('allowed_signers'))).exitCode).toBe(0);
    const stranger = await verify(path, undefined);
    expect(stranger.exitCode).toBe(1);
    expect(stranger.text).toContain('not known to you');
    const shown = await inspect(path);
    expect(shown.exitCode).toBe(0);
    expect(shown.text).toContain('16 rows, 12 with a figure, the smallest 170');
  });

  it('let nobody approve what they prepared or approved, and record who signed, with the head of the record in it', async () => {
    const path = at('two.freigabe.zip');
    writeFileSync(path, sealBundle(smallContents(), nodeCrypto).bytes);
    for (const id of ['pat', 'mia']) await keygen({ ...request, name: at(id), id });
    const ledger = at('two-eyes');
    const by = (key: string, id = key) => ({
      path,
      ledger,
      keyPath: at(`${key}.key.json`),
      passphrase,
      id,
      claimedTime,
    });
    const approving = (key: string, id?: string) => approve({ ...by(key, id), role: 'privacy-officer' });
    expect((await approve({ ...by('pat'), role: 'preparer' })).exitCode).toBe(0);
    const prepared = readFileSync(path);
    await expect(approving('pat')).rejects.toMatchObject(refusedAs('signer-prepared-it'));
    await expect(approving('pat', 'somebody-else')).rejects.toMatchObject(refusedAs('signer-prepared-it'));
    await expect(approving('mia', 'pat')).rejects.toMatchObject(refusedAs('signer-prepared-it'));
    expect(readFileSync(path)).toEqual(prepared);
    const trustPath = at('persons.json');
    const keyOf = (id: string): string => readFileSync(at(`${id}.pub`), 'utf8').trim();
    const signers = ['pat', 'mia'].map((id) => ({ id, person: 'Pat', roles: Role.options, key: keyOf(id) }));
    writeFileSync(trustPath, JSON.stringify({ v: 1, signers }));
    await expect(approve({ ...by('mia'), role: 'privacy-officer', trustPath })).rejects.toMatchObject(
      refusedAs('signer-prepared-it'),
    );
    expect((await approving('mia')).exitCode).toBe(0);
    await expect(approve({ ...by('mia'), role: 'second-signer' })).rejects.toMatchObject(
      refusedAs('signer-signed-before'),
    );

    const read = await auditIn(ledger).read();
    if (!read.ok) throw new Error('the audit log does not hold');
    expect(read.records.map(({ ev, data, role }) => [ev, data['phase'], role])).toEqual([
      ...recordsOf('preparer'),
      ...recordsOf('privacy-officer'),
    ]);
    const zip = readZip(readFileSync(path));
    if (!zip.ok) throw new Error('the bundle is no archive');
    const heads = storedApprovals(zip.files).map(
      ({ statement = new Uint8Array() }) => readStatementFile(statement).predicate.auditHead,
    );
    expect(heads).toEqual([1, 5].map((i) => read.records[i]?.prev));
  });

  it('sign nothing that does not hold', async () => {
    const path = at('broken.freigabe.zip');
    const bytes = sealBundle(smallContents(), nodeCrypto).bytes;
    bytes[bytes.length - 1] = 1;
    writeFileSync(path, bytes);
    const step = {
      path,
      ...ledgerAt(),
      keyPath: at('kim.key.json'),
      passphrase,
      role: 'preparer' as const,
      id: 'kim@example.org',
      claimedTime,
    };
    const refused = await approve(step);
    expect(refused.exitCode).toBe(1);
    expect(refused.text).toMatch(
      /^Not signed:\nE_CONTAINER The file is not a bundle .* Its end is not the end/,
    );
    expect((await verify(path, undefined)).json).toMatchObject({
      checks: [
        {
          id: 'container',
          code: 'E_CONTAINER',
          detail: expect.stringContaining('Its end is not the end of a bundle') as string,
          particulars: [{ what: 'zip-end', values: {} }],
        },
      ],
    });
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
  });

  it('accept a demo only from who asks for no signer', async () => {
    const path = at('demo.freigabe.zip');
    const { bytes } = sealBundle(smallContents({ policy: builtInPolicies.demo }), nodeCrypto);
    writeFileSync(
      path,
      await signBundle(
        bytes,
        { role: 'preparer', signer: demoSignerId, claimedTime },
        demoSigner,
        nodeCrypto,
      ),
    );
    expect((await verify(path, undefined)).exitCode).toBe(0);
    expect((await verify(path, at('trust.json'))).exitCode).toBe(1);
    const step = {
      path,
      ...ledgerAt(),
      keyPath: at('kim.key.json'),
      passphrase,
      id: 'kim@example.org',
      claimedTime,
    };
    await expect(approve({ ...step, role: 'privacy-officer' })).rejects.toMatchObject({
      failure: { code: 'demo-signed' },
    });
  });
});
