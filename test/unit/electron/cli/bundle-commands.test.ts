import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve } from '../../../../electron/cli/commands/approve.ts';
import { inspect } from '../../../../electron/cli/commands/inspect.ts';
import { keygen } from '../../../../electron/cli/commands/keygen.ts';
import { verify } from '../../../../electron/cli/commands/verify.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { signBundle } from '../../../../shared/bundle/approvals.ts';
import { demoSigner, demoSignerId } from '../../../../shared/bundle/demo-key.ts';
import { sealBundle } from '../../../../shared/bundle/seal.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { smallContents } from '../../../support/small-bundle.ts';

const passphrase = 'five words are also enough';
const claimedTime = '2026-05-21T10:00:00Z';
let folder: string;
const at = (name: string): string => join(folder, name);
const request = { name: '', id: 'kim@example.org', passphrase, created: '2026-05-21' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  await keygen({ ...request, name: at('kim') });
});
afterAll(() => rmSync(folder, { recursive: true }));

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
    const step = { path, keyPath: at('kim.key.json'), passphrase, id: 'kim@example.org', claimedTime };
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

  it('sign nothing that does not hold', async () => {
    const path = at('broken.freigabe.zip');
    const bytes = sealBundle(smallContents(), nodeCrypto).bytes;
    bytes[bytes.length - 1] = 1;
    writeFileSync(path, bytes);
    const step = {
      path,
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
    const step = { path, keyPath: at('kim.key.json'), passphrase, id: 'kim@example.org', claimedTime };
    await expect(approve({ ...step, role: 'privacy-officer' })).rejects.toMatchObject({
      failure: { code: 'demo-signed' },
    });
  });
});
