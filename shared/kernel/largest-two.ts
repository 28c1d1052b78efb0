import type { Magnitude } from '../products/group-table.ts';
import type { TotalAlong } from './group-tally.ts';
import { PlaceIndex } from './place-index.ts';

/** Something that is summed by place in a cube, with the largest and the second largest contribution. */
export class LargestTwo {
  private readonly index: PlaceIndex;
  private total: Int32Array;
  private first: Int32Array;
  private second: Int32Array;

  /** `cube`: how many places there are. */
  constructor(cube: number) {
    this.index = new PlaceIndex(cube);
    this.total = new Int32Array(this.index.capacity);
    this.first = new Int32Array(this.index.capacity);
    this.second = new Int32Array(this.index.capacity);
  }

  /** Adds to a place what others than those before contributed: a sum, and the largest two of its parts. */
  add(place: number, total: number, first: number, second: number): void {
    const at = this.index.add(place);
    if (at >= this.total.length) this.widen();
    const before = this.first[at] ?? 0;
    this.total[at] = (this.total[at] ?? 0) + total;
    this.first[at] = Math.max(before, first);
    this.second[at] = Math.max(Math.min(before, first), this.second[at] ?? 0, second);
  }

  /** Adds every place to the one that is the total over a dimension for it. Nobody may have contributed to two values of it. */
  addTotals({ stride, size }: TotalAlong): void {
    const { index } = this;
    for (let number = 0, numbers = index.capacity; number < numbers; number++) {
      const place = index.placeOf(number);
      if (place === -1) continue;
      const above = size - 1 - (Math.floor(place / stride) % size);
      if (above === 0) continue;
      const total = this.total[number] ?? 0;
      this.add(place + above * stride, total, this.first[number] ?? 0, this.second[number] ?? 0);
    }
  }

  /** What there is at places, in their order. */
  at(places: Float64Array): Magnitude {
    const { length } = places;
    const total = new Int32Array(length);
    const first = new Int32Array(length);
    const second = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const at = this.index.find(places[i] ?? 0);
      if (at === -1) continue;
      total[i] = this.total[at] ?? 0;
      first[i] = this.first[at] ?? 0;
      second[i] = this.second[at] ?? 0;
    }
    return { total, first, second };
  }

  private widen(): void {
    this.total = wider(this.total);
    this.first = wider(this.first);
    this.second = wider(this.second);
  }
}

function wider(column: Int32Array): Int32Array {
  const more = new Int32Array(2 * column.length);
  more.set(column);
  return more;
}
