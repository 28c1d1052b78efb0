import { Refusal } from '../base/failure.ts';
import type { Encoding } from './profile.ts';

const lineFeed = 10;
/** The byte that ended files under DOS. */
const endOfFile = 26;

/**
 * The encoding of a file from its first bytes. A line that is not UTF-8 among more that are is a row to be set aside, no other
 * encoding. Refuses what is no text (`unknown-encoding`).
 */
export function detectEncoding(bytes: Uint8Array, fileName: string): Encoding {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return marked;
  const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length);
  if (whole.some(isControl)) throw noText(fileName);
  if (decodes('utf-8', whole) || isMostlyUtf8(whole)) return 'utf-8';
  return looksKorean(whole) && decodes('euc-kr', whole) ? 'euc-kr' : 'windows-1252';
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== endOfFile);
}

function markedEncoding([first, second]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The refusal of a file that is no text. */
export function noText(fileName: string): Refusal {
  return new Refusal(
    'unknown-encoding',
    `${fileName} is not text in an encoding Freigabe reads (UTF-8, Windows-1252, EUC-KR, UTF-16 with a byte order mark).`,
    { file: fileName },
  );
}

/** Whether most lines with bytes over 127 are UTF-8: then the others are rows to be set aside, not another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let balance = 0;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(lineFeed, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte > 127)) balance += decodes('utf-8', line) ? 1 : -1;
    start = end;
  }
  return balance > 0;
}

function decodes(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes over 127 come in pairs of a Korean syllable, as they hardly ever do in Windows-1252. */
function looksKorean(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const syllable = lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 && trail <= 0xfe;
    high++;
    if (!syllable) continue;
    paired++;
    i++;
  }
  return paired >= 0.9 * high;
}
