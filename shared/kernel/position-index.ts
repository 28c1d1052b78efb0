/** Numbers positions (pairs of doubles, compared exactly) from 0 in order of first appearance. */
export class PositionIndex {
  private latitudes = new Float64Array(1024);
  private longitudes = new Float64Array(1024);
  private numbers = new Int32Array(4096).fill(-1);
  private readonly scratch = new Float64Array(2);
  private readonly halves = new Uint32Array(this.scratch.buffer);
  size = 0;

  /** Number of a position in degrees, a new one when it was not met before. */
  add(latitude: number, longitude: number): number {
    const at = this.slot(latitude, longitude);
    const known = this.numbers[at] ?? -1;
    if (known !== -1) return known;
    if (this.size === this.latitudes.length) this.widen();
    this.latitudes[this.size] = latitude;
    this.longitudes[this.size] = longitude;
    this.numbers[at] = this.size++;
    if (this.size * 2 > this.numbers.length) this.rehash();
    return this.size - 1;
  }

  /** Positions by number, degrees WGS 84. */
  positions(): { readonly latitude: Float64Array; readonly longitude: Float64Array } {
    return { latitude: this.latitudes.slice(0, this.size), longitude: this.longitudes.slice(0, this.size) };
  }

  private slot(latitude: number, longitude: number): number {
    this.scratch[0] = latitude;
    this.scratch[1] = longitude;
    let mixed = 0;
    for (let i = 0; i < 4; i++)
      mixed = Math.imul(mixed ^ (this.halves[i] ?? 0), 0x9e37_79b1) ^ (mixed >>> 15);
    const mask = this.numbers.length - 1;
    let at = (mixed ^ (mixed >>> 16)) & mask;
    for (let number = this.numbers[at] ?? -1; number !== -1; number = this.numbers[at] ?? -1) {
      if (this.latitudes[number] === latitude && this.longitudes[number] === longitude) return at;
      at = (at + 1) & mask;
    }
    return at;
  }

  private widen(): void {
    this.latitudes = wider(this.latitudes);
    this.longitudes = wider(this.longitudes);
  }

  private rehash(): void {
    this.numbers = new Int32Array(this.numbers.length * 2).fill(-1);
    for (let number = 0; number < this.size; number++)
      this.numbers[this.slot(this.latitudes[number] ?? 0, this.longitudes[number] ?? 0)] = number;
  }
}

function wider(old: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(old.length * 2);
  larger.set(old);
  return larger;
}
