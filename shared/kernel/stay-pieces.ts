import type { Stays } from './stays.ts';

const staysOfPiece = 1 << 18;
const columns = ['person', 'zone', 'from', 'to'] as const;

/** Stays as they are found, in pieces, so that none is copied more than once. */
export class StayPieces {
  private readonly full: Stays[] = [];
  private piece: Stays = room(1 << 10);
  private filled = 0;
  private before = 0;

  push(person: number, zone: number, from: number, to: number): void {
    if (this.filled === this.piece.person.length) this.next();
    const { piece, filled } = this;
    piece.person[filled] = person;
    piece.zone[filled] = zone;
    piece.from[filled] = from;
    piece.to[filled] = to;
    this.filled++;
  }

  /** All of them; nothing can be added afterwards. */
  take(): Stays {
    const { full, piece, filled, before } = this;
    const all = [...full, piece];
    const [person, zone, from, to] = columns.map((name) => {
      const column = new Int32Array(before + filled);
      let at = 0;
      for (const one of all) {
        const part = one === piece ? one[name].subarray(0, filled) : one[name];
        column.set(part, at);
        at += part.length;
      }
      return column;
    });
    if (!person || !zone || !from || !to) throw new Error('stays have four columns');
    return { person, zone, from, to };
  }

  private next(): void {
    this.full.push(this.piece);
    this.before += this.filled;
    this.piece = room(Math.min(staysOfPiece, 4 * this.piece.person.length));
    this.filled = 0;
  }
}

function room(length: number): Stays {
  return {
    person: new Int32Array(length),
    zone: new Int32Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
  };
}
