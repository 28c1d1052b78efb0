/** First and last byte, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header against a file of `size` bytes: `whole` when there is none or it is not one byte range (RFC 9110
 * lets a server ignore it), `unsatisfiable` when it lies outside.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(?=.*\d)(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return 'whole';
  const [, from, to] = match;
  if (!from) return suffix(Number(to), size);
  return between(Number(from), to ? Number(to) : Number.POSITIVE_INFINITY, size);
}

function between(first: number, to: number, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  if (to < first) return 'whole';
  return first < size ? { first, last: Math.min(to, size - 1) } : 'unsatisfiable';
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable';
  return { first: Math.max(0, size - length), last: size - 1 };
}
