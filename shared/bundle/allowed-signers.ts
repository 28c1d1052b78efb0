import { approvalNamespace } from './names.ts';
import { type Particular, particular, type Place } from './particular.ts';
import { keyTypes, readKeyLine, type SshKey } from './ssh-key.ts';

/** One line of an allowed_signers file that may sign approvals. */
export interface AllowedSigner {
  readonly principals: readonly string[];
  readonly key: SshKey;
}

/** What an allowed_signers file holds, or why it was refused. */
export type AllowedSigners =
  | { readonly ok: true; readonly signers: readonly AllowedSigner[] }
  | { readonly ok: false; readonly fault: Particular };

const line =
  /^(\S+)\s+(?:([a-zA-Z-]+(?:="[^"]*")?(?:,[a-zA-Z-]+(?:="[^"]*")?)*)\s+)?((?:sk-)?(?:ssh|ecdsa)-\S+\s+[A-Za-z0-9+/=]+)(?:\s.*)?$/;
const option = /([a-zA-Z-]+)(?:="([^"]*)")?/g;

/**
 * Reads OpenSSH's allowed_signers (ssh-keygen(1)). Keys of other types and lines whose `namespaces` leave ours out are
 * passed over: they cannot sign here. What would need more than this reader knows is refused, never ignored: patterns in
 * names, `cert-authority`, `valid-after` and `valid-before`.
 */
export function readAllowedSigners(text: string): AllowedSigners {
  const signers: AllowedSigner[] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const found = readLine(trimmed, { path: 'allowed_signers', line: i + 1 });
    if (found !== undefined && 'what' in found) return { ok: false, fault: found };
    if (found !== undefined) signers.push(found);
  }
  return { ok: true, signers };
}

function readLine(text: string, place: Place): AllowedSigner | Particular | undefined {
  const [, names, options = '', written] = line.exec(text) ?? [];
  if (names === undefined || written === undefined) return particular('trust-line', {}, place);
  const principals = names.split(',');
  if (principals.some((name) => !/^[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}$/.test(name)))
    return particular('trust-pattern', {}, place);
  const given = [...options.matchAll(option)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value,
  }));
  const unknown = given.find(({ name }) => name !== 'namespaces');
  if (unknown !== undefined) return particular('trust-option', { option: unknown.name }, place);
  const ours = given.every(({ value }) => value.split(',').includes(approvalNamespace));
  if (!ours || !keyTypes.some((type) => type === written.split(/\s/)[0])) return undefined;
  const key = readKeyLine(written);
  return key === undefined ? particular('trust-unsound-key', {}, place) : { principals, key };
}

/** The line of an allowed_signers file that lets `id` sign approvals with the key of `keyLine`. */
export function allowedSignerLine(id: string, keyLine: string): string {
  return `${id} namespaces="${approvalNamespace}" ${keyLine}`;
}
