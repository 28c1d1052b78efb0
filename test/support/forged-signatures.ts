import { nodeCrypto } from '../../electron/node/crypto.ts';
import { toBase64 } from '../../shared/base/base64.ts';
import { concatBytes, utf8 } from '../../shared/base/bytes.ts';
import { ed25519Key, p256Key, type SshKey } from '../../shared/bundle/ssh-key.ts';
import { writeSignatureBlob } from '../../shared/bundle/ssh-signature-blob.ts';
import { sshSignedBytes } from '../../shared/bundle/ssh-signature.ts';
import { sshNumber, sshString } from '../../shared/bundle/ssh-wire.ts';
import { cardKey, fileKey } from './software-keys.ts';

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const namespace = 'freigabe.approval.v1';

/** Parts of an SSHSIG that a writer of our kind would never write. */
interface Parts {
  readonly keyBlob: Uint8Array;
  readonly signatureBlob: Uint8Array;
  readonly reserved?: string;
  readonly hash?: string;
  readonly tail?: Uint8Array;
}

function armour({ keyBlob, signatureBlob, reserved = '', hash = 'sha512', tail }: Parts): Uint8Array {
  const blob = concatBytes([
    utf8('SSHSIG'),
    sshNumber(1),
    ...[keyBlob, utf8(namespace), utf8(reserved), utf8(hash), signatureBlob].map(sshString),
    ...(tail === undefined ? [] : [tail]),
  ]);
  const lines = toBase64(blob).match(/.{1,70}/g) ?? [];
  return utf8(['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n'));
}

/** S + L: the same signature in a second form. */
export function withLargerS(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32).toReversed()).toString('hex')}`) + order;
  const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').toReversed();
  return concatBytes([signature.subarray(0, 32), bytes]);
}

/** A signature everybody can make for a key of small order: R is the key, S is zero. */
export function trivialFor(publicKey: Uint8Array): Uint8Array {
  const identity = Uint8Array.of(1, ...Array<number>(31).fill(0));
  const signature = concatBytes([identity, new Uint8Array(32)]);
  const { blob } = ed25519Key(publicKey);
  return armour({ keyBlob: blob, signatureBlob: writeSignatureBlob('ssh-ed25519', { signature }) });
}

/** Forms of otto's good signature that are not the one form, by what is odd about them. */
export const oddForms: Readonly<Record<string, (message: Uint8Array) => Promise<Uint8Array>>> = {
  'an Ed25519 signature with S + L': async (message) => {
    const { key, signature } = await plain(message);
    return armour(parts(key, withLargerS(signature)));
  },
  'a reserved field that is not empty': async (message) => {
    const { key, signature } = await plain(message);
    return armour({ ...parts(key, signature), reserved: 'x' });
  },
  'SHA-256 in place of SHA-512': async (message) => {
    const { key } = fileKey('otto');
    const signed = concatBytes([
      utf8('SSHSIG'),
      ...[utf8(namespace), utf8(''), utf8('sha256'), nodeCrypto.sha256(message)].map(sshString),
    ]);
    return armour({ ...parts(key, await fileKey('otto').sign(signed)), hash: 'sha256' });
  },
  'bytes behind the signature': async (message) => {
    const { key, signature } = await plain(message);
    return armour({ ...parts(key, signature), tail: sshString('more') });
  },
  'bytes inside the signature': async (message) => {
    const { key, signature } = await plain(message);
    const { keyBlob, signatureBlob } = parts(key, signature);
    return armour({ keyBlob, signatureBlob: concatBytes([signatureBlob, sshString('more')]) });
  },
  'line ends of Windows': async (message) => {
    const { key, signature } = await plain(message);
    return utf8(
      Buffer.from(armour(parts(key, signature)))
        .toString()
        .replaceAll('\n', '\r\n'),
    );
  },
  'longer lines': async (message) => {
    const { key, signature } = await plain(message);
    const [first = '', ...rest] = Buffer.from(armour(parts(key, signature)))
      .toString()
      .split('\n');
    return utf8([first, rest.slice(0, -2).join(''), ...rest.slice(-2)].join('\n'));
  },
  'a P-256 point in short form': async (message) => {
    const { key, signature } = await card(message);
    const short = concatBytes([Uint8Array.of(2 + ((key.point[64] ?? 0) & 1)), key.point.subarray(1, 33)]);
    const keyBlob = concatBytes([utf8('ecdsa-sha2-nistp256'), utf8('nistp256'), short].map(sshString));
    return armour({ ...parts(key, signature), keyBlob });
  },
  'a P-256 point off its curve': async (message) => {
    const { key, signature } = await card(message);
    const point = key.point.with(64, (key.point[64] ?? 0) ^ 1);
    return armour({ ...parts(key, signature), keyBlob: p256Key(point).blob });
  },
  'an ECDSA r of zero': async (message) => {
    const { key, signature } = await card(message);
    return armour(parts(key, concatBytes([new Uint8Array(32), signature.subarray(32)])));
  },
  'an ECDSA s as large as the order': async (message) => {
    const { key, signature } = await card(message);
    const large = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
    return armour(parts(key, concatBytes([signature.subarray(0, 32), large])));
  },
  'an ECDSA number with a needless zero': async (message) => {
    const { key, signature } = await card(message);
    const numbers = [signature.subarray(0, 32), signature.subarray(32)];
    const padded = numbers.map((number) => sshString(concatBytes([new Uint8Array(2), number])));
    const signatureBlob = concatBytes([utf8('ecdsa-sha2-nistp256'), concatBytes(padded)].map(sshString));
    return armour({ keyBlob: key.blob, signatureBlob });
  },
  'a key of another type than its signature': async (message) => {
    const { signature } = await plain(message);
    const { key } = cardKey('otto');
    return armour({ ...parts(fileKey('otto').key, signature), keyBlob: key.blob });
  },
};

/** Points of small order, the same in forms that are not canonical, and a point outside the prime-order group. */
export const weakKeys: Readonly<Record<string, Uint8Array>> = {
  'the identity': hex(`01${'00'.repeat(31)}`),
  'a point of order 4': hex('00'.repeat(32)),
  'a point of order 2': hex(`ec${'ff'.repeat(30)}7f`),
  'a point of order 8': hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
  'the identity in a second form': hex(`ee${'ff'.repeat(30)}7f`),
};

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

async function plain(message: Uint8Array): Promise<{ readonly key: SshKey; readonly signature: Uint8Array }> {
  const { key, sign } = fileKey('otto');
  return { key, signature: await sign(sshSignedBytes(namespace, message, nodeCrypto)) };
}

async function card(message: Uint8Array): Promise<{ readonly key: SshKey; readonly signature: Uint8Array }> {
  const { key, sign } = cardKey('otto');
  return { key, signature: await sign(sshSignedBytes(namespace, message, nodeCrypto)) };
}

function parts(key: SshKey, signature: Uint8Array): Parts {
  return { keyBlob: key.blob, signatureBlob: writeSignatureBlob(key.type, { signature }) };
}
