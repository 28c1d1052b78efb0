import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { Columns } from '../../../shared/ports/columns.ts';

type Flat = Int32Array | Float64Array | BigUint64Array;

/**
 * The rows of a result, piece by piece in their order, as many as DuckDB hands out at once. While a piece is worked on the next is fetched, which
 * takes about as long. A column of another type than 32-bit integer, double, or unsigned 64-bit integer cannot be handed out, nor can text.
 * @yields the next piece
 */
export async function* piecesOfResult(result: DuckDBResult): AsyncGenerator<Columns> {
  const names = result.columnNames();
  let ahead = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await ahead;
      if (!chunk || chunk.rowCount === 0) return;
      ahead = result.fetchChunk();
      yield columnsOf(chunk, names);
    }
  } finally {
    await ahead.catch(() => undefined);
  }
}

/** The columns where they lie; only those asked for are looked up. */
function columnsOf(chunk: DuckDBDataChunk, names: readonly string[]): Columns {
  const length = chunk.rowCount;
  const of = <T extends Flat>(name: string, type: new (count: number) => T): T => {
    const index = names.indexOf(name);
    const { items } = (index === -1 ? {} : chunk.getColumnVector(index)) as { readonly items?: unknown };
    if (!(items instanceof type)) throw new Error(`column ${name} is absent or holds another type`);
    return items.subarray(0, length) as T;
  };
  return {
    length,
    int32: (name) => of(name, Int32Array),
    float64: (name) => of(name, Float64Array),
    uint64: (name) => of(name, BigUint64Array),
    text: () => {
      throw new Error('text is not read from whole files');
    },
  };
}
