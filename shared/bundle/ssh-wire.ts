import { concatBytes, utf8 } from '../base/bytes.ts';

/** `value` as a big-endian unsigned 32-bit number. */
export function sshNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** An SSH string (RFC 4251): length and bytes; text is taken as UTF-8. */
export function sshString(value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? utf8(value) : value;
  return concatBytes([sshNumber(bytes.length), bytes]);
}

/** Cuts `bytes` into SSH strings until they are used up; `undefined` when they do not come out even. */
export function readSshStrings(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return undefined;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    strings.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return strings;
}

/** A positive whole number, big-endian in `bytes`, as an SSH mpint (RFC 4251): no leading zeros but one before a high bit. */
export function sshPositive(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? new Uint8Array() : bytes.subarray(first);
  return sshString((digits[0] ?? 0) >= 0x80 ? concatBytes([Uint8Array.of(0), digits]) : digits);
}

/** The number of an mpint's contents in `length` bytes, big-endian; `undefined` when it does not fit. */
export function readPositive(contents: Uint8Array, length: number): Uint8Array | undefined {
  const first = contents.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? new Uint8Array() : contents.subarray(first);
  if (digits.length > length) return undefined;
  return concatBytes([new Uint8Array(length - digits.length), digits]);
}
