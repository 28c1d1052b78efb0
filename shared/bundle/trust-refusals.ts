import { Refusal } from '../base/failure.ts';
import { isDemoKey } from './demo-key.ts';
import { inEnglish, type Particular, particular, refusalDetail } from './particular.ts';
import { isSameKey, type SshKey } from './ssh-key.ts';
import { isSoundKey } from './ssh-sound-key.ts';

/** A key in a trust list and whose it is, as the refusal says it. */
export interface ListedKey {
  readonly of: string;
  readonly key: SshKey;
}

/** Throws `Refusal` `trust-key` for the demo key, for a key that stands twice and for one that cannot identify anybody. */
export function refuseUnfitKeys(keys: readonly ListedKey[]): void {
  keys.forEach(({ of, key }, i) => {
    if (isDemoKey(key)) throw unfitKey(of, 'demo');
    if (!isSoundKey(key)) throw unfitKey(of, 'weak');
    if (keys.slice(0, i).some((other) => isSameKey(other.key, key))) throw unfitKey(of, 'twice');
  });
}

/** Why the key of `signer` may not stand in a trust list. */
export function unfitKey(signer: string, problem: 'kind' | 'demo' | 'weak' | 'twice'): Refusal {
  const fault = particular(`trust-key-${problem}`, { signer });
  return new Refusal(
    'trust-key',
    `The trust list cannot be used. ${inEnglish(fault)} Correct or remove it.`,
    refusalDetail(fault),
  );
}

/** A simple trust list that is none. */
export function unreadableTrust(fault: Particular): Refusal {
  return new Refusal(
    'trust-unreadable',
    `The trust list cannot be read. ${inEnglish(fault)} Use a trust.json or an allowed_signers file.`,
    refusalDetail(fault),
  );
}

/** A publisher's signed list that does not have its form. */
export function unreadableList(fault: Particular): Refusal {
  return new Refusal(
    'trust-list-form',
    `The signed trust list cannot be used. ${inEnglish(fault)} Ask the publisher for it again.`,
    refusalDetail(fault),
  );
}

/** A signed list where a simple one was asked for. */
export function signedListGiven(): Refusal {
  return new Refusal(
    'trust-list-import',
    'This is a signed trust list of a publisher. It is not believed by itself: import it with the fingerprint you were told.',
  );
}
