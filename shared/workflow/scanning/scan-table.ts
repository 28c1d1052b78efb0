import { Refusal } from '../../base/failure.ts';
import { databaseDamaged } from '../../extract/database-damaged.ts';
import type { FileAtEngine } from '../../ports/file-scan.ts';
import type { TableChunk, TableReading } from '../read-table.ts';
import { NotScannable } from './not-scannable.ts';
import { scanText } from './scan-text.ts';
import { scanTyped } from './scan-typed.ts';

/**
 * Reads a file that an engine has opened by itself, with the same rows, counts and line numbers as reading it in chunks gives. Throws
 * `NotScannable` when that cannot be, which may show only after pieces were given out: they are then to be forgotten. A DuckDB file, which nobody else
 * reads, is then refused (`database-damaged`).
 * @yields the next piece of rows, in the order of the file
 */
export async function* scanTable(reading: TableReading, file: FileAtEngine): AsyncGenerator<TableChunk> {
  const { signal, source } = reading;
  try {
    yield* file.kind === 'text' ? scanText(reading, file) : scanTyped(reading, file);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NotScannable || error instanceof Refusal || source.kind !== 'file') throw error;
    if (file.kind === 'duckdb') throw databaseDamaged(source.name);
    throw new NotScannable(source.token, 'the engine gave up on it');
  }
}
