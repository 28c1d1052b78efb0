import { readTable, type TableChunk, type TableReading } from '../read-table.ts';
import { scanTable } from './scan-table.ts';
import { textDialect } from './text-dialect.ts';

/**
 * Reads a table in the fastest way there is: as a whole by the engine, where it can, else in chunks. Files named in `inChunks`, by token,
 * are read in chunks in any case.
 * @yields the next piece of rows, in the order of the file
 */
export async function* tableChunks(
  reading: TableReading,
  inChunks: ReadonlySet<string>,
): AsyncGenerator<TableChunk> {
  const { engine, source, kind, mapping } = reading;
  const able = engine.scan && source.kind === 'file' && !inChunks.has(source.token);
  const file = able ? await engine.scan.open(source, kind) : undefined;
  if (!file) return yield* readTable(reading);
  try {
    if (file.kind === 'text' && !textDialect(mapping)) return yield* readTable(reading);
    yield* scanTable(reading, file);
  } finally {
    file.close();
  }
}
