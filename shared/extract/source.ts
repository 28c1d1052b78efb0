import { z } from 'zod';

/**
 * The files an extract is made of; only `events` must be there. `places` are sensitive places to be masked, `population` public
 * numbers of inhabitants.
 */
export const FileKind = z.enum(['events', 'cells', 'persons', 'objections', 'zones', 'places', 'population']);
export type FileKind = z.infer<typeof FileKind>;

/**
 * Where the vault reads a file from: a token that main gave out for an opened file, or the demo generator. A token is
 * opaque to the desk and is served to the vault alone, until the review is closed.
 */
export const Source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    token: z.string().regex(/^[0-9a-f]{32}$/),
    name: z.string().min(1).max(255),
    sizeBytes: z.int().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('demo'),
    preset: z.enum(['town', 'city']),
    persons: z.int().min(1).max(5_000_000),
    days: z.int().min(1).max(62),
    seed: z.int().min(0).max(0xffff_ffff),
  }),
]);
export type Source = z.infer<typeof Source>;

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
