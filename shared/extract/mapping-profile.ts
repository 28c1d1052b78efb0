import { z } from 'zod';
import { Dialect, Mapping, type FileProfile } from './profile.ts';

/**
 * What a file looks like from outside: how it is written and what its columns are called; where it has no names, they are numbers. Holds
 * no value of the file.
 */
export const FileLayout = z.strictObject({
  dialect: Dialect,
  columns: z.array(z.string().max(1000)).min(1).max(5000),
});
export type FileLayout = z.infer<typeof FileLayout>;

/** How a file was read, and how to know one like it: as a first look found it, and, where that was corrected, as it is read. */
export const MappedFile = z.strictObject({ layouts: z.array(FileLayout).min(1).max(2), mapping: Mapping });
export type MappedFile = z.infer<typeof MappedFile>;

/** Kinds of files whose columns have meanings. */
export const mappedKinds = ['events', 'cells', 'persons', 'objections'] as const;
export type MappedKind = (typeof mappedKinds)[number];

/** How the files of an extract are read, under a name, for the next ones of the same layout. No path, name of a file or value. */
export const MappingProfile = z.strictObject({
  format: z.literal('freigabe.mapping'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(80),
  /** The zone of times that do not say theirs. */
  timeZone: z.string().max(100).exactOptional(),
  files: z
    .strictObject({
      events: MappedFile.exactOptional(),
      cells: MappedFile.exactOptional(),
      persons: MappedFile.exactOptional(),
      objections: MappedFile.exactOptional(),
    })
    .refine((files) => Object.keys(files).length > 0, 'at least one file'),
});
export type MappingProfile = z.infer<typeof MappingProfile>;

/** The layout a first look found. */
export function layoutOf({ dialect, columns }: FileProfile): FileLayout {
  return { dialect, columns: columns.map(({ name }) => name) };
}

/** Whether two files are laid out alike: the same columns, parted in the same way. Encoding and compression may differ. */
export function sameLayout(a: FileLayout, b: FileLayout): boolean {
  return (
    a.dialect.delimiter === b.dialect.delimiter &&
    a.dialect.header === b.dialect.header &&
    a.dialect.container === b.dialect.container &&
    a.columns.length === b.columns.length &&
    a.columns.every((name, column) => name === b.columns[column])
  );
}

/**
 * How a file is read by what was kept of one like it; `undefined` where it is laid out in another way. Encoding and compression are
 * those of the file itself, unless the encoding was corrected by hand when the mapping was kept.
 */
export function fittingMapping({ layouts, mapping }: MappedFile, file: FileProfile): Mapping | undefined {
  const layout = layoutOf(file);
  if (!layouts.some((known) => sameLayout(known, layout))) return undefined;
  if (mapping.roles.length !== (layouts.at(-1)?.columns.length ?? 0)) return undefined;
  const { gzip, encoding: found } = file.dialect;
  const isCorrected = layouts[0]?.dialect.encoding !== mapping.dialect.encoding;
  const encoding = isCorrected ? mapping.dialect.encoding : found;
  return { ...mapping, dialect: { ...mapping.dialect, gzip, encoding } };
}

/** Whether the names of the columns say what file it is; numbers do not. */
export function isNamed({ dialect }: FileLayout): boolean {
  return dialect.header || dialect.container !== undefined;
}
