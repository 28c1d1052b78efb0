import type { BaseTable } from './base-table.ts';

const rowsOfPiece = 1 << 20;

/** Events as they are read, in pieces that are never copied into larger ones: 12 bytes an event. The first pieces are small. */
export class EventPieces {
  private readonly full: BaseTable[] = [];
  private piece = emptyTable(0);
  private filled = 0;
  private before = 0;
  private readonly rows: number;

  constructor(rows = rowsOfPiece) {
    this.rows = rows;
  }

  get length(): number {
    return this.before + this.filled;
  }

  /** Room for so many events behind those kept so far: person numbers, seconds since 1970 UTC, cell numbers. */
  room(rows: number): BaseTable {
    if (this.filled + rows > this.piece.person.length) {
      this.close();
      this.piece = emptyTable(Math.max(rows, Math.min(this.rows, 4 * this.before)));
    }
    return part(this.piece, this.filled, this.filled + rows);
  }

  /** Keeps the first `count` events written into the last room given. */
  keep(count: number): void {
    this.filled += count;
  }

  /** All pieces, in the order of arrival; they are the caller's, and nothing is left here. */
  take(): BaseTable[] {
    this.close();
    this.before = 0;
    this.piece = emptyTable(0);
    return this.full.splice(0);
  }

  private close(): void {
    if (this.filled > 0) this.full.push(part(this.piece, 0, this.filled));
    this.before += this.filled;
    this.filled = 0;
  }
}

function emptyTable(rows: number): BaseTable {
  return { person: new Int32Array(rows), second: new Int32Array(rows), cell: new Int32Array(rows) };
}

function part({ person, second, cell }: BaseTable, from: number, to: number): BaseTable {
  return {
    person: person.subarray(from, to),
    second: second.subarray(from, to),
    cell: cell.subarray(from, to),
  };
}
