import { z } from 'zod';

/**
 * The files an extract is made of; only `events` must be there. `places` are sensitive places to be masked, `population` public
 * numbers of inhabitants.
 */
export const FileKind = z.enum(['events', 'cells', 'persons', 'objections', 'zones', 'places', 'population']);
export type FileKind = z.infer<typeof FileKind>;

/** An opened file. The token is opaque to the desk and is served to the vault alone, until the review is closed. */
export const FilePart = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().min(1).max(255),
  sizeBytes: z.int().nonnegative(),
});
export type FilePart = z.infer<typeof FilePart>;

/** How many files one kind may have. */
export const maximumParts = 10_000;

/**
 * Where the vault reads a file from: a token that main gave out for an opened file, the demo generator, or several files
 * that are read one after the other in the order of their names, as if they were one. `name` of several is that of their
 * folder, or of the first and the last.
 */
export const Source = z.discriminatedUnion('kind', [
  FilePart.extend({ kind: z.literal('file') }),
  z.strictObject({
    kind: z.literal('demo'),
    preset: z.enum(['town', 'city']),
    persons: z.int().min(1).max(5_000_000),
    days: z.int().min(1).max(62),
    seed: z.int().min(0).max(0xffff_ffff),
  }),
  z.strictObject({
    kind: z.literal('parts'),
    name: z.string().min(1).max(511),
    parts: z.array(FilePart).min(2).max(maximumParts),
  }),
]);
export type Source = z.infer<typeof Source>;

/** A source that is read in one go. */
export type SingleSource = Exclude<Source, { kind: 'parts' }>;

/** The files of one extract, by kind. */
export const Sources = z.strictObject({
  events: Source,
  cells: Source.optional(),
  persons: Source.optional(),
  objections: Source.optional(),
  zones: Source.optional(),
  places: Source.optional(),
  population: Source.optional(),
});
export type Sources = z.infer<typeof Sources>;

/** The sources a source is read from, in order: itself, or each of its files. */
export function singleSources(source: Source): readonly SingleSource[] {
  return source.kind === 'parts' ? source.parts.map((part) => ({ kind: 'file', ...part })) : [source];
}

/** How many bytes the files of a source have; none where there is no file. */
export function sizeOf(source: Source | undefined): number {
  if (source === undefined || source.kind === 'demo') return 0;
  return singleSources(source).reduce((sum, one) => sum + (one.kind === 'file' ? one.sizeBytes : 0), 0);
}
