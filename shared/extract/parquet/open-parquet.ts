import { type FileMetaData, parquetMetadataAsync, parquetSchema, type SchemaElement } from 'hyparquet';
import { Refusal } from '../../base/failure.ts';
import { textOfColumn, type TextOfValue } from './parquet-text.ts';

/** A file of which any part can be read. `slice` gives exactly the bytes from `from` up to `to`, or rejects with a `Refusal`. */
export interface RandomAccess {
  readonly name: string;
  readonly sizeBytes: number;
  readonly slice: (from: number, to: number) => Promise<ArrayBuffer>;
}

/** A Parquet file of flat columns, opened for reading. */
export interface OpenedParquet {
  readonly file: RandomAccess;
  readonly metadata: FileMetaData;
  readonly columns: readonly { readonly name: string; readonly textOf: TextOfValue }[];
  readonly rows: number;
}

/** Values are handed on as they lie in the file; `textOfColumn` writes them. */
export const rawValues = {
  timestampFromNanoseconds: (value: bigint) => value,
  jsonFromBytes: () => undefined,
  geometryFromBytes: () => undefined,
  geographyFromBytes: () => undefined,
  uuidFromBytes: () => undefined,
};

/**
 * Reads what a Parquet file says of itself. Refuses one that is cut or damaged (`parquet-damaged`), encrypted
 * (`parquet-encrypted`), packed in a way that is not read here (`parquet-codec`), that has columns within columns
 * (`parquet-nested`), or no column at all.
 */
export async function openParquet(file: RandomAccess): Promise<OpenedParquet> {
  const metadata = await metadataOf(file);
  refuseEncrypted(metadata, file.name);
  const tree = parquetSchema(metadata);
  for (const { element, children } of tree.children)
    if (children.length > 0 || element.repetition_type === 'REPEATED') throw nested(file.name, element.name);
  refusePacked(metadata, file.name);
  const elements = tree.children.map(({ element }) => element);
  if (elements.length === 0) throw damaged(file.name);
  const rows = Number(metadata.num_rows);
  const inGroups = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (!Number.isSafeInteger(rows) || rows < 0 || inGroups !== rows) throw damaged(file.name);
  return {
    file,
    metadata: { ...metadata, schema: metadata.schema.map(plainElement) },
    columns: elements.map((element) => ({ name: element.name, textOf: textOfColumn(element) })),
    rows,
  };
}

async function metadataOf(file: RandomAccess): Promise<FileMetaData> {
  if (file.sizeBytes < 12) throw damaged(file.name);
  const end = new Uint8Array(await file.slice(file.sizeBytes - 4, file.sizeBytes));
  const mark = String.fromCharCode(...end);
  if (mark === 'PARE') throw encrypted(file.name);
  if (mark !== 'PAR1') throw damaged(file.name);
  return orDamaged(file.name, () =>
    parquetMetadataAsync(
      { byteLength: file.sizeBytes, slice: (from, to = file.sizeBytes) => file.slice(from, to) },
      { parsers: rawValues, geoparquet: false },
    ),
  );
}

/** Work on bytes of a file of which nothing is known; what it throws shows that the file is damaged. */
export async function orDamaged<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(name);
  }
}

const texts = new Set<string | undefined>(['UTF8', 'STRING', 'JSON', 'ENUM']);
const unsigned = new Set<string | undefined>(['UINT_8', 'UINT_16', 'UINT_32', 'UINT_64']);

/** The element as one whose values are handed on without being understood, except text and unsigned numbers. */
function plainElement(element: SchemaElement): SchemaElement {
  const { converted_type: converted, logical_type: logical, ...plain } = element;
  if (texts.has(converted) || texts.has(logical?.type)) return { ...plain, converted_type: 'UTF8' };
  return unsigned.has(converted) || logical?.type === 'INTEGER' ? element : plain;
}

const readable = new Set<string | undefined>(['UNCOMPRESSED', 'SNAPPY']);

function chunksOf({ row_groups: groups }: FileMetaData): FileMetaData['row_groups'][number]['columns'] {
  return groups.flatMap(({ columns }) => columns);
}

function refuseEncrypted(metadata: FileMetaData, name: string): void {
  const hidden = chunksOf(metadata).some((chunk) => chunk.crypto_metadata ?? !chunk.meta_data);
  if (hidden) throw encrypted(name);
}

/** Unsigned numbers of 32 bits that are written as differences: the library would read those over 2^31 as others. */
function hasLargeDifferences(metadata: FileMetaData): boolean {
  const wide = metadata.schema.filter((element) => element.converted_type === 'UINT_32' || isWide(element));
  return chunksOf(metadata).some(
    ({ meta_data: chunk }) =>
      chunk?.encodings.includes('DELTA_BINARY_PACKED') === true &&
      wide.some(({ name }) => name === chunk.path_in_schema[0]),
  );
}

function isWide({ logical_type: logical }: SchemaElement): boolean {
  return logical?.type === 'INTEGER' && logical.bitWidth === 32 && !logical.isSigned;
}

function refusePacked(metadata: FileMetaData, name: string): void {
  const packed = chunksOf(metadata).find(({ meta_data: chunk }) => !readable.has(chunk?.codec));
  const differences = hasLargeDifferences(metadata);
  if (!packed && !differences) return;
  const codec = packed?.meta_data?.codec ?? 'DELTA_BINARY_PACKED (UINT32)';
  throw new Refusal(
    'parquet-codec',
    `${name} is compressed with ${codec}, which only the native engine reads: let it be used, or export with Snappy or without compression.`,
    { file: name, codec },
  );
}

function encrypted(name: string): Refusal {
  return new Refusal('parquet-encrypted', `${name} is an encrypted Parquet file: decrypt it first.`, {
    file: name,
  });
}

function nested(name: string, column: string): Refusal {
  return new Refusal(
    'parquet-nested',
    `The column ${column} of ${name} holds lists or records: export a flat table, one value per column and row.`,
    { file: name, column },
  );
}

/** The refusal of a Parquet file that contradicts itself. */
export function damaged(name: string): Refusal {
  return new Refusal('parquet-damaged', `The Parquet file ${name} is damaged or cut short: copy it again.`, {
    file: name,
  });
}
