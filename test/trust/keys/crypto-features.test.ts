import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellTried } from '../bundle/tell-tried.ts';
import { type BuiltFile, builtFile, printedBy, type Runtime, runtimesAtHand } from '../runtimes.ts';

interface Told {
  readonly found: Readonly<Record<string, boolean>>;
}

let probe: BuiltFile;
let runtimes: readonly [Runtime, Runtime];
beforeAll(async () => {
  probe = await builtFile(join(import.meta.dirname, 'harness/main.ts'), 'probe-crypto');
  runtimes = await runtimesAtHand();
});
afterAll(() => probe.remove());

/** What Freigabe needs, and must find in both. */
const needed = {
  sha256: true,
  sha512: true,
  ed25519: true,
  'ecdsa-p256': true,
  'scrypt-2^17': true,
  'aes-256-gcm': true,
};
/** What Freigabe guards against: `isSoundKey` is there because of the first, and nothing rests on the second alone. */
const weak = { 'accepts-a-trivial-signature-of-the-identity-key': true, 'accepts-s-plus-order': false };
/** What Freigabe does without, because Electron's BoringSSL lacks it. */
const without = {
  blake2b512: false,
  'sha3-256': false,
  'ecdsa-brainpool': false,
  'chacha20-poly1305-listed': false,
};

const expected = [
  {
    ...needed,
    ...weak,
    x25519: true,
    blake2b512: true,
    'sha3-256': true,
    'ecdsa-brainpool': true,
    'chacha20-poly1305-listed': true,
  },
  { ...needed, ...weak, x25519: true, ...without },
];

it('has the crypto features of the table in each runtime', async () => {
  const names = runtimes.map(({ name }) => name).join(', ');
  await tellTried('K2', `crypto features as expected in ${names}`, async () => {
    const missed: string[] = [];
    let trials = 0;
    for (const [i, { name, executable, environment }] of runtimes.entries()) {
      const told = JSON.parse(
        await printedBy(executable, [probe.path], { cwd: tmpdir(), environment }),
      ) as Told;
      const table = Object.entries(expected[i] ?? {});
      expect(Object.keys(told.found).toSorted()).toEqual(table.map(([feature]) => feature).toSorted());
      for (const [feature, has] of table)
        if (told.found[feature] !== has) missed.push(`${name}: ${feature} is ${told.found[feature]}`);
      trials += table.length;
    }
    return { trials, missed };
  });
}, 120_000);
