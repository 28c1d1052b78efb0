import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const piece = 4 * 1024 * 1024;

/** How often a text stands, as UTF-8 or UTF-16, in all readable memory of a process of this machine (Linux). */
export function occurrencesInMemory(pid: number, text: string): number {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const overlap = Math.max(...needles.map((needle) => needle.length));
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    return readableSpans(pid).reduce(
      (sum, span) => sum + occurrencesInSpan(memory, span, needles, overlap),
      0,
    );
  } finally {
    closeSync(memory);
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function readableSpans(pid: number): readonly Span[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line))
    .filter((match) => match !== null && !/^\[v(var|syscall|dso)/.test(match[3] ?? ''))
    .map((match) => ({
      start: Number.parseInt(match?.[1] ?? '0', 16),
      end: Number.parseInt(match?.[2] ?? '0', 16),
    }));
}

function occurrencesInSpan(
  memory: number,
  { start, end }: Span,
  needles: readonly Buffer[],
  overlap: number,
): number {
  const buffer = Buffer.alloc(piece + overlap);
  let found = 0;
  for (let at = start; at < end; at += piece) {
    const length = Math.min(piece + overlap, end - at);
    const read = readSomething(memory, buffer, length, at);
    for (const needle of needles) found += occurrences(buffer.subarray(0, read), needle);
  }
  return found;
}

function readSomething(memory: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0;
  }
}

function occurrences(haystack: Buffer, needle: Buffer): number {
  let found = 0;
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) found++;
  return found;
}
