/** A column that grows by doubling; `trim` gives the filled part without copying. */
export class GrownArray {
  private data: Int32Array;
  length = 0;

  constructor(expected = 1 << 16) {
    this.data = new Int32Array(expected);
  }

  /** Room for `more` values behind those already there. */
  reserve(more: number): Int32Array {
    if (this.length + more > this.data.length) {
      const larger = new Int32Array(Math.max(this.data.length * 2, this.length + more));
      larger.set(this.data.subarray(0, this.length));
      this.data = larger;
    }
    return this.data;
  }

  push(value: number): void {
    this.reserve(1)[this.length++] = value;
  }

  at(index: number): number | undefined {
    return this.data[index];
  }

  trim(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}
