import bindings from '@duckdb/node-bindings';
import {
  DuckDBTypeId,
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBMaterializedResult,
  type DuckDBResult,
} from '@duckdb/node-api';
import type { Columns } from '../../../shared/ports/columns.ts';
import type { Sql } from '../../../shared/sql/fragment.ts';

type Flat = Int32Array | Float64Array | BigUint64Array;

/** A column of a result: where it stands, and of which type it is. */
type Layout = ReadonlyMap<string, { readonly index: number; readonly type: DuckDBTypeId }>;

/**
 * The rows of a statement, piece by piece in their order, as many as DuckDB hands out at once, while it still reads. While a piece is worked on the next
 * is fetched, which takes about as long. A column of another type than 32-bit integer, double, or unsigned 64-bit integer cannot be
 * handed out, nor can text.
 * @yields the next piece
 */
export async function* piecesAsRead(connection: DuckDBConnection, statement: Sql): AsyncGenerator<Columns> {
  const result = await connection.stream(statement);
  const layout = layoutOf(result);
  let ahead = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await ahead;
      if (!chunk || chunk.rowCount === 0) return;
      ahead = result.fetchChunk();
      yield columnsOf(chunk, layout);
    }
  } finally {
    await ahead.catch(() => undefined);
  }
}

/** So many statements are run before the rows of the first are worked on to the end. */
const partsAhead = 3;

/**
 * The rows of one statement after the other, piece by piece as `piecesAsRead` gives them. Each statement is run to its end, and the next ones while its
 * rows are worked on, so that nothing waits for a single piece.
 * @yields the next piece
 */
export async function* piecesOfParts(
  connection: DuckDBConnection,
  statements: readonly Sql[],
): AsyncGenerator<Columns> {
  const waiting = [...statements];
  let isOver = false;
  const ahead: Promise<DuckDBMaterializedResult>[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const begin = (): void => {
    const statement = waiting.shift();
    if (statement === undefined) return;
    const result = before.then(async () => {
      if (isOver) throw new Error('nobody asks for these rows any more');
      return connection.run(statement);
    });
    before = result.catch(() => undefined);
    ahead.push(result);
  };
  for (let part = 0; part < partsAhead; part++) begin();
  try {
    for (let result = ahead.shift(); result !== undefined; result = ahead.shift()) {
      const rows = await result;
      begin();
      yield* chunksOf(rows);
    }
  } finally {
    isOver = true;
    await before;
  }
}

function* chunksOf(result: DuckDBMaterializedResult): Generator<Columns> {
  const layout = layoutOf(result);
  for (let chunk = 0; chunk < result.chunkCount; chunk++) yield columnsOf(result.getChunk(chunk), layout);
}

function layoutOf(result: DuckDBResult): Layout {
  const types = result.columnTypes();
  return new Map(
    result
      .columnNames()
      .map((name, index) => [name, { index, type: types[index]?.typeId ?? DuckDBTypeId.INVALID }]),
  );
}

/**
 * The columns where they lie; only those asked for are looked up, by the bindings: the vectors of the library above them make several objects for
 * each, and take as long as the work on them.
 */
function columnsOf(data: DuckDBDataChunk, layout: Layout): Columns {
  const { chunk } = data;
  const length = data.rowCount;
  const of = <T extends Flat>(
    name: string,
    type: DuckDBTypeId,
    flat: {
      readonly BYTES_PER_ELEMENT: number;
      new (buffer: ArrayBufferLike, from: number, count: number): T;
    },
  ): T => {
    const column = layout.get(name);
    if (column?.type !== type) throw new Error(`column ${name} is absent or holds another type`);
    const vector = bindings.data_chunk_get_vector(chunk, column.index);
    const bytes = bindings.vector_get_data(vector, length * flat.BYTES_PER_ELEMENT);
    return new flat(bytes.buffer, bytes.byteOffset, length);
  };
  return {
    length,
    int32: (name) => of(name, DuckDBTypeId.INTEGER, Int32Array),
    float64: (name) => of(name, DuckDBTypeId.DOUBLE, Float64Array),
    uint64: (name) => of(name, DuckDBTypeId.UBIGINT, BigUint64Array),
    text: () => {
      throw new Error('text is not read from whole files');
    },
  };
}
