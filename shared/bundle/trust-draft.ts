import { fromUtf8 } from '../base/bytes.ts';
import type { Json } from '../base/json.ts';
import { parseStrictJson } from '../base/strict-json.ts';
import type { Crypto } from '../ports/crypto.ts';
import { jsonParticular } from './json-particular.ts';
import { keyFingerprint, keyLine, readKeyLine } from './ssh-key.ts';
import { checkTrustList, type TrustList, trustListPath } from './trust-list.ts';
import { unreadableList } from './trust-refusals.ts';

/**
 * A list from what a person wrote: JSON in any layout, keys as in `.pub` files, with comments; a signer's `fp` and the entries
 * that may be empty may be left out. Throws `Refusal` as `checkTrustList`.
 */
export function trustListFromDraft(bytes: Uint8Array, crypto: Crypto): TrustList {
  const json = parseStrictJson(fromUtf8(bytes) ?? '');
  if (!json.ok) throw unreadableList(jsonParticular(json.fault, trustListPath));
  const draft = json.value;
  if (!isObject(draft)) return checkTrustList(draft, crypto);
  const { rootKeys, ledgerKeys = [], signers, revoked = [] } = draft;
  return checkTrustList(
    {
      ...draft,
      revoked,
      rootKeys: each(rootKeys, plainKey),
      ledgerKeys: each(ledgerKeys, plainKey),
      signers: each(signers, (signer) => filledSigner(signer, crypto)),
    },
    crypto,
  );
}

function filledSigner(signer: Json, crypto: Crypto): Json {
  if (!isObject(signer)) return signer;
  const { key: written = '', validToSeq = null } = signer;
  const key = typeof written === 'string' ? readKeyLine(written) : undefined;
  if (key === undefined) return { validToSeq, ...signer };
  return { validToSeq, fp: keyFingerprint(key, crypto), ...signer, key: keyLine(key, '') };
}

/** Without its comment, where it is a key; what is none is told by `checkTrustList`. */
function plainKey(line: Json): Json {
  const key = typeof line === 'string' ? readKeyLine(line) : undefined;
  return key === undefined ? line : keyLine(key, '');
}

function each(list: Json | undefined, change: (one: Json) => Json): Json | undefined {
  return Array.isArray(list) ? (list as readonly Json[]).map(change) : list;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
