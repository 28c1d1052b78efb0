import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { Columns } from '../../../shared/ports/columns.ts';

/** Rows of a piece: what comes over in pieces of 2,048 is put together to about this many, which a processor's own memory holds. */
const rowsOfPiece = 1 << 16;

const flat = { INTEGER: Int32Array, DOUBLE: Float64Array, UBIGINT: BigUint64Array } as const;
type Flat = Int32Array | Float64Array | BigUint64Array;

/**
 * The rows of a result, piece by piece in their order; each is good until the next is asked for. A column of another type than 32-bit integer, double,
 * or unsigned 64-bit integer cannot be handed out, nor can text.
 * @yields the next piece
 */
export async function* piecesOfResult(result: DuckDBResult, rows = rowsOfPiece): AsyncGenerator<Columns> {
  const names = result.columnNames();
  const types = result.columnTypes().map(String);
  const piece = new Piece(names, types, rows);
  let ahead = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await ahead;
      if (!chunk || chunk.rowCount === 0) break;
      ahead = result.fetchChunk();
      if (!piece.holds(chunk.rowCount)) {
        yield piece.columns();
        piece.length = 0;
      }
      piece.add(chunk);
    }
    if (piece.length > 0) yield piece.columns();
  } finally {
    await ahead.catch(() => undefined);
  }
}

class Piece {
  private readonly names: readonly string[];
  private readonly data: readonly (Flat | undefined)[];
  private readonly rows: number;
  length = 0;

  constructor(names: readonly string[], types: readonly string[], rows: number) {
    this.names = names;
    this.rows = rows;
    this.data = types.map((type) => (type in flat ? new flat[type as keyof typeof flat](rows) : undefined));
  }

  holds(more: number): boolean {
    return this.length + more <= this.rows;
  }

  add(chunk: DuckDBDataChunk): void {
    this.data.forEach((column, index) => {
      const { items } = chunk.getColumnVector(index) as unknown as { readonly items?: Flat };
      if (column && items) column.set(items.subarray(0, chunk.rowCount) as never, this.length);
    });
    this.length += chunk.rowCount;
  }

  columns(): Columns {
    const { length } = this;
    const of = <T extends Flat>(name: string, make: new (count: number) => T): T => {
      const column = this.data[this.names.indexOf(name)];
      if (!(column instanceof make)) throw new Error(`column ${name} is absent or holds another type`);
      return column.subarray(0, length) as T;
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
}
