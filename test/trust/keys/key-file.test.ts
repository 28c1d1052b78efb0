import { describe, expect, it } from 'vitest';
import { createKeyFile, keyFileBytes, parseKeyFile, unlockKey } from '../../../electron/node/key-file.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { drawn, drawnBelow } from '../bundle/drawn.ts';
import { tellTried } from '../bundle/tell-tried.ts';
import { trials } from '../trial.ts';

const passphrase = 'correct horse battery staple';
const bytes = keyFileBytes(await createKeyFile('Otto', passphrase, '2026-05-21'));
const text = Buffer.from(bytes).toString('utf8');

/** How opening a changed file ends: refused while it is read, refused by the cipher after half a second of key derivation, or opened. */
async function opened(
  file: Uint8Array,
  words = passphrase,
): Promise<'not-a-key-file' | 'wrong-passphrase' | 'open'> {
  try {
    await unlockKey(parseKeyFile(file), words);
    return 'open';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error.failure;
    if (code === 'not-a-key-file' || code === 'wrong-passphrase') return code;
    throw error;
  }
}

function flipped(bit: number): Uint8Array {
  const changed = bytes.slice();
  const at = bit >> 3;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

/** Whether the file is refused before any key is derived. */
function isUnreadable(file: Uint8Array): boolean {
  try {
    parseKeyFile(file);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

describe('a key file', () => {
  it('opens with its passphrase', async () => {
    expect(await opened(bytes)).toBe('open');
  });

  it('opens with no flipped bit', async () => {
    const bits = Array.from({ length: bytes.length * 8 }, (_, bit) => bit);
    const readable = bits.filter((bit) => !isUnreadable(flipped(bit)));
    const derived = drawnBelow(readable.length, trials(2, readable.length), 7).map((i) => readable[i] ?? 0);
    const unreadable = bits.length - readable.length;
    const what = `key file: every bit flipped; ${unreadable} unreadable, of the ${readable.length} others ${derived.length} through the key derivation`;
    await tellTried('K1-bits', what, async () => {
      const missed = await inPairs(derived, async (bit) =>
        (await opened(flipped(bit))) === 'wrong-passphrase' ? [] : [`bit ${bit}`],
      );
      return { trials: unreadable + derived.length, missed };
    });
    expect(unreadable).toBeGreaterThan(bits.length / 2);
  }, 3_600_000);

  it('opens with no cheaper, dearer or other key derivation', async () => {
    const changes: readonly (readonly [string, string])[] = [
      ...[1, 2, 2 ** 14, 2 ** 16, 2 ** 17 - 1, 2 ** 17 + 1, 3 * 2 ** 17, 2 ** 21, 2 ** 31].map(
        (N) => ['"N":131072', `"N":${N}`] as const,
      ),
      ['"r":8', '"r":1'],
      ['"p":1', '"p":2'],
      ['"name":"scrypt"', '"name":"pbkdf2"'],
      ['"aead":"aes-256-gcm"', '"aead":"aes-256-ctr"'],
      ['"alg":"ed25519"', '"alg":"none"'],
      [',"salt":', ',"saltless":'],
    ];
    await tellTried(
      'K1-downgrade',
      'key file: derivation or cipher weakened, before anything is derived',
      () => {
        const missed = changes.flatMap(([from, to]) => {
          const changed = text.replace(from, to);
          return changed !== text && isUnreadable(utf8(changed)) ? [] : [to];
        });
        return { trials: changes.length, missed };
      },
    );
    const dearer = utf8(text.replace('"N":131072', '"N":262144'));
    expect(await opened(dearer)).toBe('wrong-passphrase');
  }, 60_000);

  it('opens with no other passphrase', async () => {
    const count = trials(2, 1000);
    await tellTried(
      'K1-passphrase',
      'key file: wrong passphrases through the real key derivation',
      async () => {
        const missed = await inPairs(wrongPassphrases(count), async (wrong) =>
          (await opened(bytes, wrong)) === 'open' ? [wrong] : [],
        );
        return { trials: count, missed };
      },
    );
  }, 3_600_000);
});

/** What `judge` finds of each, two at a time: half a second and 128 MiB each. */
async function inPairs<T>(
  all: readonly T[],
  judge: (one: T) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: (readonly string[])[] = [];
  for (let i = 0; i < all.length; i += 2)
    found.push(...(await Promise.all(all.slice(i, i + 2).map((one) => judge(one)))));
  return found.flat();
}

/** Near misses first, then random letters. */
function wrongPassphrases(count: number): readonly string[] {
  const next = drawn(8);
  const near = ['', ' ', `${passphrase} `, ` ${passphrase}`, passphrase.toUpperCase(), `${passphrase}\0`];
  const shorter = Array.from(
    { length: passphrase.length },
    (_, i) => passphrase.slice(0, i) + passphrase.slice(i + 1),
  );
  const random = Array.from({ length: count }, () =>
    Array.from({ length: 14 + (next() % 20) }, () => String.fromCodePoint(32 + (next() % 95))).join(''),
  );
  return [...new Set([...near, ...shorter, ...random])].filter((one) => one !== passphrase).slice(0, count);
}
