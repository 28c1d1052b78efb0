import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** Where the person stands in a line of generated events: behind a time of 20 characters and a comma. */
const personAt = 21;
const lineFeed = 10;
const hexadecimal = '0123456789abcdef';
const digits = Uint8Array.from(hexadecimal, (digit) => digit.charCodeAt(0));
const valueOf = new Int8Array(256).fill(-1);
hexadecimal.split('').forEach((digit, value) => {
  valueOf[digit.charCodeAt(0)] = value;
});

/**
 * Writes generated events `copies` times into one file: the same days, cells and faults, in the order of the generator, each time
 * of other persons, whose pseudonyms differ from the first copy's in their first digit. At most 16 copies.
 */
export async function copiedEvents(from: string, to: string, copies: number): Promise<void> {
  const out = createWriteStream(to, { highWaterMark: 1 << 24 });
  for (let copy = 0; copy < copies; copy++) {
    let at = copy === 0 ? 0 : -1;
    for await (const piece of createReadStream(from, { highWaterMark: 1 << 22 })) {
      const bytes = piece as Buffer;
      const start = at === -1 ? bytes.indexOf(lineFeed) + 1 : 0;
      at = otherPersons(bytes, { start, at: Math.max(0, at), copy });
      if (!out.write(bytes.subarray(start))) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}

/** Changes the first digit of each pseudonym; `at` is how far into its line the piece begins, as is what is returned for the next. */
function otherPersons(
  bytes: Buffer,
  { start, at, copy }: { readonly start: number; readonly at: number; readonly copy: number },
): number {
  let line = start - at;
  for (;;) {
    const end = bytes.indexOf(lineFeed, Math.max(start, line));
    const where = line + personAt;
    if (where >= start && where < (end === -1 ? bytes.length : end)) changeDigit(bytes, where, copy);
    if (end === -1) return bytes.length - line;
    line = end + 1;
  }
}

function changeDigit(bytes: Buffer, where: number, by: number): void {
  const digit = valueOf[bytes[where] ?? 0] ?? -1;
  if (digit >= 0) bytes[where] = digits[(digit + by) % 16] ?? 0;
}
