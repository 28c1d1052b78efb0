import { describe, expect, it } from 'vitest';
import { keyChoose } from '../../../../electron/handlers/key-choose.ts';
import { keyCreate } from '../../../../electron/handlers/key-create.ts';
import { signerIdOf } from '../../../../electron/handlers/signer-id.ts';
import { verifyCommands } from '../../../../electron/handlers/verify-commands.ts';
import { SignerId } from '../../../../shared/bundle/statement.ts';
import { fakeKeys, fakeSealPorts } from './fake-ports.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';

function ports(change: object = {}) {
  const remembered: string[] = [];
  const asked: string[] = [];
  const trust = {
    load: async () => noTrust,
    remember: async ({ signerId }: { readonly signerId: string }) => void remembered.push(signerId),
  };
  const base = fakeSealPorts();
  const dialogs = {
    openFile: async () => '/k.json',
    saveFile: async (_purpose: string, name: string) => {
      asked.push(name);
      return '/k.json';
    },
  };
  return { ...base, dialogs, trust, remembered, asked, ...change };
}

describe('key.create', () => {
  it('writes the file, reads it back, and knows the key from then on', async () => {
    const all = ports();
    const info = await keyCreate(all)({ label: 'Anna Müller' });
    expect(all.disk.has('/k.json')).toBe(true);
    expect(all.asked).toEqual(['anna-mueller.key.json']);
    expect(all.remembered).toEqual(['Anna-Mueller']);
    expect(all.ring.get(info?.handle).info.fingerprint).toBe(info?.fingerprint);
    expect(JSON.stringify(info)).not.toMatch(/seed|ct|\/k\.json/);
  });

  it('remembers nothing when either window is closed', async () => {
    const unasked = ports({ sealWindow: { ask: async () => undefined } });
    const unsaved = ports({ dialogs: { openFile: async () => undefined, saveFile: async () => undefined } });
    expect(await keyCreate(unasked)({ label: 'A' })).toBeUndefined();
    expect(await keyCreate(unsaved)({ label: 'A' })).toBeUndefined();
    expect([...unasked.remembered, ...unsaved.remembered]).toEqual([]);
  });
});

describe('key.choose', () => {
  it('hands out a handle, and the ring refuses any other', async () => {
    const all = ports();
    const info = await keyChoose(all)({});
    expect(all.ring.get(info?.handle).info.label).toBe('Anna Müller');
    expect(() => all.ring.get('key-9')).toThrow('No signing key is chosen');
    expect(() => all.ring.get(undefined)).toThrow('No signing key is chosen');
  });
});

describe('signerIdOf', () => {
  it.each([
    ['officer@netz.example', 'officer@netz.example'],
    ['Anna Müller', 'Anna-Mueller'],
    ['Émile Zola', 'Emile-Zola'],
    [' (Büro) ', 'Buero'],
    ['株式会社', 'signer'],
    ['x'.repeat(300), 'x'.repeat(100)],
  ])('makes of %j a name that can stand in a statement', (label, id) => {
    expect(signerIdOf(label)).toBe(id);
    expect(SignerId.safeParse(id).success).toBe(true);
  });
});

describe('verifyCommands', () => {
  const key = {
    kind: 'chosen',
    info: fakeKeys().describe(new Uint8Array()),
    keyFile: new Uint8Array(),
  } as const;

  it('names the file as it was saved', () => {
    const commands = verifyCommands('may.freigabe.zip', key).join('\n');
    expect(commands).toContain('unzip -q ../may.freigabe.zip');
    expect(commands).toContain("echo 'Anna-Mueller namespaces=");
  });

  it('lets no file name become a command', () => {
    const [copy = '', ...rest] = verifyCommands("a'; rm -rf $(x).freigabe.zip", key);
    expect(copy).toBe(String.raw`cp -- 'a'\''; rm -rf $(x).freigabe.zip' bundle.freigabe.zip`);
    expect(rest.join('\n')).not.toContain('rm -rf');
  });
});
