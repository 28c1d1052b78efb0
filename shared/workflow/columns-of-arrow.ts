import type { Columns } from '../ports/columns.ts';

/** The part of an Arrow result that is read here; the real one comes from the engine's own package. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  readonly getChild: (name: string) => ArrowVector | null;
}
interface ArrowVector {
  readonly data: readonly { readonly values: unknown; readonly offset: number; readonly length: number }[];
  readonly toArray: () => unknown;
}

type Flat = Int32Array | Float64Array | BigUint64Array;

/** Columns of an Arrow table. The table comes in pieces of 2,048 rows: each column is copied once into a flat array. */
export function columnsOfArrow(table: ArrowTable): Columns {
  const flat = <T extends Flat>(name: string, make: new (length: number) => T): T => {
    const vector = table.getChild(name);
    if (!vector) throw new Error(`no column ${name}`);
    const all = new make(table.numRows);
    let at = 0;
    for (const piece of vector.data) {
      if (!(piece.values instanceof make)) throw new Error(`column ${name} holds another type`);
      all.set(piece.values.subarray(0, piece.length) as never, at);
      at += piece.length;
    }
    return all;
  };
  return {
    length: table.numRows,
    int32: (name) => flat(name, Int32Array),
    float64: (name) => flat(name, Float64Array),
    uint64: (name) => flat(name, BigUint64Array),
    text: (name) => Array.from(table.getChild(name)?.toArray() as Iterable<unknown>, String),
  };
}
