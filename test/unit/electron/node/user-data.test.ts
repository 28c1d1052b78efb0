import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../electron/node/clock.ts';
import { createSettingsFile } from '../../../../electron/node/settings.ts';
import { signerFromSeed } from '../../../../electron/node/signer.ts';
import { createTrustStore } from '../../../../electron/node/trust-store.ts';
import { publicKeyLine } from '../../../../shared/bundle/ssh-key.ts';
import { ClaimedTime } from '../../../../shared/bundle/statement.ts';

const freshFolder = () => mkdtempSync(join(tmpdir(), 'freigabe-user-data-'));
const key = (byte: number) => signerFromSeed(new Uint8Array(32).fill(byte)).publicKey;
const defaults = { language: 'en', theme: 'system' } as const;

it('tells the time as statements carry it', () => {
  expect(ClaimedTime.safeParse(systemClock.now()).success).toBe(true);
});

describe('settings', () => {
  it('are those that were saved last, however many are saved at once', async () => {
    const store = createSettingsFile(join(freshFolder(), 'settings.json'), defaults);
    const themes = ['dark', 'light', 'system'] as const;
    const saved = Array.from(
      { length: 30 },
      (_, i) => ({ language: 'de', theme: themes[i % 3] ?? 'dark' }) as const,
    );
    await Promise.all(saved.map(async (settings) => store.save(settings)));
    expect(await store.load()).toEqual(saved.at(-1));
  });

  it('are in the file once they have settled', async () => {
    const file = join(freshFolder(), 'settings.json');
    const store = createSettingsFile(file, defaults);
    await store.settled();
    const saved = [
      store.save({ language: 'de', theme: 'light' }),
      store.save({ language: 'de', theme: 'dark' }),
    ];
    await store.settled();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'de', theme: 'dark' });
    await Promise.all(saved);
  });

  it('settle although the file cannot be written', async () => {
    const store = createSettingsFile(join(freshFolder(), 'absent', 'settings.json'), defaults);
    const refused = expect(store.save({ language: 'de', theme: 'dark' })).rejects.toThrow();
    await store.settled();
    await refused;
  });

  it('come back as they were saved', async () => {
    const file = join(freshFolder(), 'settings.json');
    await createSettingsFile(file, defaults).save({ language: 'de', theme: 'dark' });
    expect(await createSettingsFile(file, defaults).load()).toEqual({ language: 'de', theme: 'dark' });
  });

  it.each(['', '{', '{"language":"fr","theme":"dark"}', '[]'])(
    'are the defaults where the file holds %j',
    async (text) => {
      const file = join(freshFolder(), 'settings.json');
      if (text !== '') writeFileSync(file, text);
      expect(await createSettingsFile(file, defaults).load()).toEqual(defaults);
    },
  );
});

describe('trust store', () => {
  it('knows nobody at first, then the keys made here, each once', async () => {
    const store = createTrustStore(freshFolder());
    expect((await store.load()).signers).toEqual([]);
    await store.remember({ signerId: 'anna', person: 'Anna', publicKey: key(1) });
    await store.remember({ signerId: 'ben', person: 'Ben', publicKey: key(2) });
    await store.remember({ signerId: 'anna2', person: 'Anna', publicKey: key(1) });
    const { signers } = await store.load();
    expect(signers.map(({ ids }) => ids)).toEqual([['ben'], ['anna2']]);
  });

  it('lets the trust list decide over a key that stands in both', async () => {
    const folder = freshFolder();
    const store = createTrustStore(folder);
    await store.remember({ signerId: 'anna', person: 'Anna', publicKey: key(1) });
    const listed = { id: 'a.m', person: 'A. M.', roles: ['preparer'], key: publicKeyLine(key(1), '') };
    writeFileSync(
      join(folder, 'trust.json'),
      JSON.stringify({ v: 1, signers: [listed], minimumApprovals: 2 }),
    );
    const trust = await store.load();
    expect(trust.minimumApprovals).toBe(2);
    expect(trust.signers.map(({ ids, roles }) => [ids, roles])).toEqual([[['a.m'], ['preparer']]]);
  });

  it('refuses a trust list it cannot read instead of knowing nobody', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'trust.json'), '{"v":2}');
    await expect(createTrustStore(folder).load()).rejects.toMatchObject({
      failure: { code: 'trust-unreadable' },
    });
  });
});
