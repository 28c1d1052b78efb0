import { Refusal } from '../../shared/base/failure.ts';

/** JSON of a UTF-8 file (a byte-order mark is passed over). Refuses with `not-text` or `not-json`, naming the file. */
export function parseJsonText(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(decodeText(bytes, name));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('not-json', `${name} is not JSON. Choose another file or correct it.`, { name });
  }
}

/** Text of a UTF-8 file. Refuses with `not-text`. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('not-text', `${name} is not UTF-8 text. Choose another file or convert it.`, { name });
  }
}
