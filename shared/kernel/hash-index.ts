/** Numbers 64-bit hashes from 0 in order of first appearance: an open-addressing table, grown by doubling. */
export class HashIndex {
  private keys: BigUint64Array<ArrayBuffer>;
  private halves: Uint32Array;
  private numbers: Int32Array;
  private mask: number;
  size = 0;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.keys = new BigUint64Array(capacity);
    this.halves = new Uint32Array(this.keys.buffer);
    this.numbers = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
  }

  /** Number of a hash given as two 32-bit halves, -1 when it is not in the table. */
  find(low: number, high: number): number {
    return this.numbers[this.slot(low, high)] ?? -1;
  }

  /** Number of a hash, a new one when it was not in the table. */
  add(low: number, high: number): number {
    const at = this.slot(low, high);
    const known = this.numbers[at] ?? -1;
    if (known !== -1) return known;
    this.halves[2 * at] = low;
    this.halves[2 * at + 1] = high;
    this.numbers[at] = this.size++;
    if (this.size * 2 > this.mask) this.grow();
    return this.size - 1;
  }

  private slot(low: number, high: number): number {
    let at = (low ^ Math.imul(high, 0x9e37_79b1)) & this.mask;
    while (this.numbers[at] !== -1 && (this.halves[2 * at] !== low || this.halves[2 * at + 1] !== high))
      at = (at + 1) & this.mask;
    return at;
  }

  private grow(): void {
    const { halves, numbers } = this;
    this.mask = 2 * this.mask + 1;
    this.keys = new BigUint64Array(this.mask + 1);
    this.halves = new Uint32Array(this.keys.buffer);
    this.numbers = new Int32Array(this.mask + 1).fill(-1);
    numbers.forEach((number, from) => {
      if (number === -1) return;
      const low = halves[2 * from] ?? 0;
      const high = halves[2 * from + 1] ?? 0;
      const at = this.slot(low, high);
      this.halves[2 * at] = low;
      this.halves[2 * at + 1] = high;
      this.numbers[at] = number;
    });
  }
}
