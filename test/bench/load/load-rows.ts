import type { BenchExtract } from '../extract-files.ts';
import { measuredLoad, type MeasuredLoad, type Reader } from './measured-load.ts';

/** Sizes, in million events, up to which the vault window's engine is measured too; above them the application takes the native host. */
const mostForWindow = 10;

/** Loading an extract, as text and as Parquet, by each host, against native DuckDB reading the same file into a table. */
export async function loadRows(
  millions: number,
  extract: BenchExtract,
): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const format of ['csv', 'parquet'] as const) {
    const table = await measuredLoad({ reader: 'table', extract, format });
    const readers: readonly Reader[] = millions <= mostForWindow ? ['native', 'wasm'] : ['native'];
    for (const reader of readers) {
      const ours = await measuredLoad({ reader, extract, format });
      rows.push({ 'million events': millions, file: format, host: reader, ...compared(ours, table) });
    }
  }
  return rows;
}

function compared(ours: MeasuredLoad, table: MeasuredLoad): Record<string, number> {
  const gib = 2 ** 30;
  const figures = {
    'load, s': ours.milliseconds / 1000,
    'table by native DuckDB, s': table.milliseconds / 1000,
    'load ratio': ours.milliseconds / table.milliseconds,
    'first look, s': ours.firstLook / 1000,
    'ratio of both': (ours.milliseconds + ours.firstLook) / table.milliseconds,
    'processor ratio': ours.processor / table.processor,
    'peak memory, GiB': ours.peakBytes / gib,
    'three times the presence columns and 1 GiB': (3 * 12 * ours.rows) / gib + 1,
  };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]),
  );
}
