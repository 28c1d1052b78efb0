/** Four to an entry: the two halves of the hash, and its number plus one, 0 where the entry is free; so that an entry is one reach into memory. */
const stride = 4;

/** Numbers 64-bit hashes from 0 in order of first appearance: an open-addressing table, grown by doubling. */
export class HashIndex {
  private entries: Int32Array;
  private mask: number;
  size = 0;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.entries = new Int32Array(capacity * stride);
    this.mask = capacity - 1;
  }

  /** Number of a hash given as two 32-bit halves, -1 when it is not in the table. */
  find(low: number, high: number): number {
    return (this.entries[this.slot(low | 0, high | 0) + 2] ?? 0) - 1;
  }

  /** Number of a hash, a new one when it was not in the table. */
  add(low: number, high: number): number {
    const at = this.slot(low | 0, high | 0);
    const known = this.entries[at + 2] ?? 0;
    if (known !== 0) return known - 1;
    this.entries[at] = low;
    this.entries[at + 1] = high;
    this.entries[at + 2] = ++this.size;
    if (this.size * 2 > this.mask) this.grow();
    return this.size - 1;
  }

  /** Where the entry of a hash begins, or could begin. */
  private slot(low: number, high: number): number {
    const { entries, mask } = this;
    let at = (low ^ Math.imul(high, 0x9e37_79b1)) & mask;
    for (;;) {
      const from = at * stride;
      if (entries[from + 2] === 0 || (entries[from] === low && entries[from + 1] === high)) return from;
      at = (at + 1) & mask;
    }
  }

  private grow(): void {
    const { entries } = this;
    this.mask = 2 * this.mask + 1;
    this.entries = new Int32Array((this.mask + 1) * stride);
    for (let from = 0; from < entries.length; from += stride) {
      const number = entries[from + 2] ?? 0;
      if (number === 0) continue;
      const [low, high] = [entries[from] ?? 0, entries[from + 1] ?? 0];
      const at = this.slot(low, high);
      this.entries[at] = low;
      this.entries[at + 1] = high;
      this.entries[at + 2] = number;
    }
  }
}
