import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { utf8 } from '../../../shared/base/bytes.ts';
import { canonicalJsonFile } from '../../../shared/base/canonical-json.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { fingerprint, publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { Role, SignerId } from '../../../shared/bundle/statement.ts';
import type { TrustFile } from '../../../shared/bundle/trust.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { createKeyFile, keyFileBytes, publicKeyOf } from '../../node/key-file.ts';
import type { CommandOutcome } from '../outcome.ts';

/** What a new key is for. */
export interface KeygenRequest {
  /** Path without ending: `keys/otto` gives `keys/otto.key.json` and `keys/otto.pub`. */
  readonly name: string;
  /** The signer's name in statements and trust lists. */
  readonly id: string;
  readonly passphrase: string;
  /** `YYYY-MM-DD`. */
  readonly created: string;
  /** Defaults to `id`. */
  readonly person?: string;
  /** Defaults to all. */
  readonly roles?: readonly Role[];
}

/**
 * Makes a key. Beside `NAME.key.json` and `NAME.pub` it writes `allowed_signers` and `trust.json` that know this one signer,
 * unless they are there already: whom you trust is not changed behind your back. Throws `Refusal` `signer-id`, `file-exists`,
 * `weak-passphrase` and what `writeAtomic` throws.
 */
export async function keygen(request: KeygenRequest): Promise<CommandOutcome> {
  const { name, id, person = id, roles = Role.options } = request;
  if (!SignerId.safeParse(id).success)
    throw new Refusal('signer-id', `"${id}" is no signer's name: use letters, digits and . _ @ + - only.`, {
      signer: id,
    });
  const keyPath = `${name}.key.json`;
  const publicPath = `${name}.pub`;
  await Promise.all([keyPath, publicPath].map(refuseExisting));
  const file = await createKeyFile(id, request.passphrase, request.created);
  const key = publicKeyLine(publicKeyOf(file), id);
  const trust = { v: 1, signers: [{ id, person, roles: [...roles], key }] } satisfies TrustFile;
  await writeAtomic(keyPath, keyFileBytes(file));
  await writeAtomic(publicPath, utf8(`${key}\n`));
  const lists = await Promise.all([
    writeUnlessThere(join(dirname(name), 'allowed_signers'), utf8(`${allowedSignerLine(id, key)}\n`)),
    writeUnlessThere(join(dirname(name), 'trust.json'), canonicalJsonFile(trust)),
  ]);
  const written = [keyPath, publicPath, ...lists.filter((list) => list.isNew).map((list) => list.path)];
  const kept = lists.filter((list) => !list.isNew).map((list) => list.path);
  const print = fingerprint(publicKeyOf(file), nodeCrypto);
  return {
    exitCode: 0,
    json: { id, fingerprint: print, publicKey: key, written, kept },
    text: keygenText({ id, print, written, kept, line: allowedSignerLine(id, key) }),
  };
}

function keygenText(made: {
  readonly id: string;
  readonly print: string;
  readonly written: readonly string[];
  readonly kept: readonly string[];
  readonly line: string;
}): string {
  const lines = [`Key of ${made.id}: ${made.print}`, ...made.written.map((path) => `written: ${path}`)];
  if (made.kept.length > 0)
    lines.push(...made.kept.map((path) => `left as it was: ${path}`), `To add there: ${made.line}`);
  return `${lines.join('\n')}\n`;
}

async function writeUnlessThere(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly path: string; readonly isNew: boolean }> {
  const isNew = !(await exists(path));
  if (isNew) await writeAtomic(path, bytes);
  return { path, isNew };
}

async function refuseExisting(path: string): Promise<void> {
  if (await exists(path))
    throw new Refusal(
      'file-exists',
      `${path} is there already; a key is never overwritten. Choose another name.`,
      { path },
    );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
