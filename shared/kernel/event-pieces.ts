import type { BaseTable } from './base-table.ts';

const rowsOfPiece = 1 << 20;

/** Events as they are read, in pieces that are never copied into larger ones: 12 bytes an event. */
export class EventPieces {
  private readonly full: BaseTable[] = [];
  private person: Int32Array;
  private second: Int32Array;
  private cell: Int32Array;
  private filled = 0;
  private readonly rows: number;

  constructor(rows = rowsOfPiece) {
    this.rows = rows;
    this.person = new Int32Array(0);
    this.second = new Int32Array(0);
    this.cell = new Int32Array(0);
  }

  get length(): number {
    return this.full.length * this.rows + this.filled;
  }

  /** Adds the first `count` events of a table: person numbers, seconds since 1970 UTC, cell numbers. They are copied. */
  add({ person, second, cell }: BaseTable, count: number): void {
    for (let from = 0; from < count;) {
      if (this.filled === this.person.length) this.widen(count - from);
      const to = Math.min(count, from + this.person.length - this.filled);
      this.person.set(person.subarray(from, to), this.filled);
      this.second.set(second.subarray(from, to), this.filled);
      this.cell.set(cell.subarray(from, to), this.filled);
      this.filled += to - from;
      from = to;
    }
  }

  /** All pieces, in the order of arrival; they are the caller's, and nothing is left here. */
  take(): BaseTable[] {
    const { person, second, cell, filled } = this;
    const last = {
      person: person.subarray(0, filled),
      second: second.subarray(0, filled),
      cell: cell.subarray(0, filled),
    };
    const all = filled === 0 ? this.full.splice(0) : [...this.full.splice(0), last];
    this.start(0);
    return all;
  }

  private widen(more: number): void {
    if (this.filled < this.rows && this.full.length === 0) return this.grow(this.filled + more);
    this.full.push({ person: this.person, second: this.second, cell: this.cell });
    return this.start(this.rows);
  }

  /** The first piece begins small, so that small extracts take little. */
  private grow(least: number): void {
    const { person, second, cell, filled } = this;
    this.start(Math.min(this.rows, Math.max(1024, least, filled * 4)));
    this.person.set(person);
    this.second.set(second);
    this.cell.set(cell);
    this.filled = filled;
  }

  private start(rows: number): void {
    this.person = new Int32Array(rows);
    this.second = new Int32Array(rows);
    this.cell = new Int32Array(rows);
    this.filled = 0;
  }
}
