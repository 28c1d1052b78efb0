import { equalBytes } from '../base/bytes.ts';
import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import { Refusal } from '../base/failure.ts';
import type { Crypto } from '../ports/crypto.ts';
import { attachApproval, statementFor } from './approvals.ts';
import { isDemoKey } from './demo-key.ts';
import { jsonParticular } from './json-particular.ts';
import { approvalNamespace } from './names.ts';
import { inEnglish, type Particular, refusalDetail } from './particular.ts';
import { readForm } from './schema-fault.ts';
import type { SshKey } from './ssh-key.ts';
import { isSoundKey } from './ssh-sound-key.ts';
import { fitsMessage, readSshSignature, wasTouched } from './ssh-signature.ts';
import { Statement, statementBytes } from './statement.ts';

/**
 * `bundle` with a statement that was signed elsewhere, by `ssh-keygen -Y sign`, and the key that signed it. The statement must be
 * the one that comes next in this bundle. Throws `Refusal` `statement-stale` where it is not, what `signatureKey` throws, and
 * `not-a-bundle`. Whether anybody knows the key is for `verifyBundle`.
 */
export function attachExternalSignature(
  bundle: Uint8Array,
  statement: Statement,
  signature: Uint8Array,
  crypto: Crypto,
): { readonly bundle: Uint8Array; readonly key: SshKey } {
  if (!comesNext(bundle, statement, crypto))
    throw new Refusal(
      'statement-stale',
      'The statement is not the next one of this bundle: it is about another bundle, or somebody signed in the meantime. Write the statement again and have it signed.',
    );
  const key = signatureKey(statementBytes(statement), signature, crypto);
  return { bundle: attachApproval(bundle, statement, signature), key };
}

/**
 * The key that made `signature`, a file of `ssh-keygen -Y sign`, over `message`, the bytes of a statement. Throws `Refusal`
 * `signature-unreadable`, `signature-namespace`, `signature-key` (weak, or the demo key), `signature-unfit` and
 * `signature-untouched`.
 */
export function signatureKey(message: Uint8Array, signature: Uint8Array, crypto: Crypto): SshKey {
  const read = readSshSignature(signature);
  if (read === undefined)
    throw new Refusal(
      'signature-unreadable',
      'This is no signature as ssh-keygen writes it with an ssh-ed25519, sk-ssh-ed25519 or ecdsa-sha2-nistp256 key and sha512. Sign again with ssh-keygen -Y sign.',
    );
  if (read.namespace !== approvalNamespace)
    throw new Refusal(
      'signature-namespace',
      `The signature was made for another purpose ("${read.namespace}"). Sign again with -n ${approvalNamespace}.`,
      { namespace: read.namespace },
    );
  if (isDemoKey(read.key) || !isSoundKey(read.key))
    throw new Refusal(
      'signature-key',
      'The key of the signature is the demo key, or so weak that anybody could sign for it. Sign with another key.',
    );
  if (!fitsMessage(read, message, crypto))
    throw new Refusal(
      'signature-unfit',
      'The signature does not fit the statement. Sign exactly the file that was written, unchanged.',
    );
  if (read.key.type === 'sk-ssh-ed25519@openssh.com' && !wasTouched(read))
    throw new Refusal(
      'signature-untouched',
      'The security key was not touched when it signed. Sign again, with a key that asks for a touch.',
    );
  return read.key;
}

/** Reads the file of a statement, byte for byte as `statementBytes` writes it. Throws `Refusal` `statement-unreadable`. */
export function readStatementFile(bytes: Uint8Array): Statement {
  const path = 'statement';
  const json = parseCanonicalJsonFile(bytes);
  if (!json.ok) throw unreadable(jsonParticular(json.fault, path));
  const read = readForm(json.value, path, Statement);
  if (!read.ok) throw unreadable(read.fault);
  return read.value;
}

/** Whether signing now would say the same in all but what the signer chooses: name, role, time, comment, confirmations. */
function comesNext(bundle: Uint8Array, statement: Statement, crypto: Crypto): boolean {
  const { role, signer, claimedTime } = statement.predicate;
  const next = statementFor(bundle, { role, signer, claimedTime }, crypto);
  const { comment, confirmed, auditHead } = statement.predicate;
  const same = { ...next, predicate: { ...next.predicate, comment, confirmed, auditHead } };
  return equalBytes(statementBytes(same), statementBytes(statement));
}

function unreadable(fault: Particular): Refusal {
  return new Refusal(
    'statement-unreadable',
    `This is no statement as it was written to be signed. ${inEnglish(fault)} Write it again.`,
    refusalDetail(fault),
  );
}
