const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map(Array.from(alphabet, (letter, i) => [letter, i]));

/** `bytes` in base64 (RFC 4648 section 4) with padding, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63)).join('');
    const kept = Math.min(3, bytes.length - i) + 1;
    text += letters.slice(0, kept).padEnd(4, '=');
  }
  return text;
}

/** The bytes of base64 `text`; `undefined` unless it is exactly what `toBase64` writes for them. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  for (let i = 0, at = 0; i < letters.length; i += 4) {
    let group = 0;
    for (let k = 0; k < 4; k += 1) group = (group << 6) | (valueOf.get(letters.charAt(i + k)) ?? 0);
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8, at += 1)
      bytes[at] = (group >> shift) & 255;
  }
  return toBase64(bytes) === text ? bytes : undefined;
}
