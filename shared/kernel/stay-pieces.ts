import type { Steps } from '../base/steps.ts';
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

  /** All of them, with a step after each column; nothing can be added afterwards. */
  *joining(): Steps<Stays> {
    const stays = room(this.before + this.filled);
    for (const [i, name] of columns.entries()) {
      let at = 0;
      for (const one of this.full) {
        stays[name].set(one[name], at);
        at += one[name].length;
      }
      stays[name].set(this.piece[name].subarray(0, this.filled), at);
      yield { done: i, total: columns.length };
    }
    return stays;
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
