import type { FileKind } from '../../../shared/extract/source.ts';
import type { DropReason, Understanding } from '../../../shared/extract/understanding.ts';
import type { ZoneSource } from '../../../shared/recipe/recipe.ts';

/** What is written to disk: a text, bytes, or pieces of a file too large to be held. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

/** A file that is refused: the code, and what its message must say. */
export interface Refused {
  readonly refused: string;
  readonly says: RegExp;
}

/** A file that is read: how many rows it has, how many were kept and why the others were not, and how many people they tell of. */
export interface Read {
  readonly rows: number;
  readonly kept: number;
  readonly persons: number;
  readonly dropped?: Partial<Record<DropReason, number>>;
  /** Line numbers that must be listed as rejects, in order. */
  readonly rejected?: readonly number[];
  readonly also?: Partial<Understanding>;
}

/** One file somebody may hand to Freigabe, by name, with what must become of it. */
export interface HostileFile {
  readonly name: string;
  readonly what: string;
  /** Which file of an extract it is; events unless said otherwise. The others are well-formed. */
  readonly kind?: FileKind;
  readonly content: () => Content;
  readonly expected: Refused | Read;
  /** Other files beside it; seven well-formed events where none are given. */
  readonly beside?: Partial<Record<FileKind, string>>;
  readonly timeZone?: string;
  readonly zones?: ZoneSource;
  /** What is done to the file, or to the folder it is in, after it was chosen. */
  readonly afterwards?: (path: string) => void;
}

export const header = 'person,time,lat,lon\n';

/** A well-formed event: person `p0`, `p1` and so on at ten in the morning, at 51, 12. */
export const row = (i: number): string => `p${i},2026-05-04T10:00:00Z,51,12\n`;

/** Well-formed events of different people. */
export const rows = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => row(from + i)).join('');

/** Seven well-formed events of seven people. */
export const good = header + rows(7);

/** Seven of seven rows kept. */
export const sevenKept: Read = { rows: 7, kept: 7, persons: 7 };

export const bytesOf = (...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));

/** Pieces of a megabyte of one byte. */
export function* megabytes(count: number, byte: number): Generator<Uint8Array> {
  const piece = new Uint8Array(1 << 20).fill(byte);
  for (let i = 0; i < count; i++) yield piece;
}

/** Pieces before, between and after pieces of a megabyte. */
export function* around(before: string, middle: Iterable<Uint8Array>, after: string): Generator<Uint8Array> {
  yield Buffer.from(before);
  yield* middle;
  yield Buffer.from(after);
}
