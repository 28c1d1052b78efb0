/** Most places of a cube that is kept whole: 32 MiB, and as much again for every 8 bytes that are counted of each. */
const mostWhole = 1 << 22;

/**
 * Numbers the places of a cube that are used. In a small cube a place is its own number; in others, numbers are given in
 * order of first appearance, by an open-addressing table, grown by doubling.
 */
export class PlaceIndex {
  private readonly isWhole: boolean;
  private places: Float64Array;
  private numbers: Int32Array;
  /** How many places are used. */
  size = 0;

  /** `cube`: how many places there are. */
  constructor(cube: number) {
    this.isWhole = cube <= mostWhole;
    this.places = new Float64Array(this.isWhole ? cube : 1 << 12).fill(-1);
    this.numbers = new Int32Array(this.isWhole ? 0 : 1 << 13).fill(-1);
  }

  /** All numbers lie below it; it grows when places are added. */
  get capacity(): number {
    return this.places.length;
  }

  /** The number of a place (0 to 2^53 - 1, in the cube), a new one where it was not used before. */
  add(place: number): number {
    if (this.isWhole) {
      if (this.places[place] === -1) {
        this.places[place] = place;
        this.size++;
      }
      return place;
    }
    const slot = this.slot(place);
    const known = this.numbers[slot] ?? -1;
    if (known !== -1) return known;
    if (this.size === this.places.length) {
      this.grow();
      return this.add(place);
    }
    this.numbers[slot] = this.size;
    this.places[this.size] = place;
    this.size++;
    return this.size - 1;
  }

  /** The number of a place, -1 where it is not used. */
  find(place: number): number {
    if (this.isWhole) return this.places[place] === -1 ? -1 : place;
    return this.numbers[this.slot(place)] ?? -1;
  }

  /** The place with a number, -1 where it is not used. */
  placeOf(number: number): number {
    return this.places[number] ?? -1;
  }

  /** The places that are used, ascending. */
  sorted(): Float64Array {
    const used = new Float64Array(this.size);
    let next = 0;
    for (let number = 0; next < used.length; number++) {
      const place = this.places[number] ?? -1;
      if (place !== -1) used[next++] = place;
    }
    return this.isWhole ? used : used.toSorted();
  }

  private slot(place: number): number {
    const high = Math.floor(place / 0x1_0000_0000);
    let mixed = Math.imul((place - high * 0x1_0000_0000) ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1);
    mixed ^= mixed >>> 15;
    const mask = this.numbers.length - 1;
    let at = mixed & mask;
    for (let known = this.numbers[at] ?? -1; known !== -1; known = this.numbers[at] ?? -1) {
      if (this.places[known] === place) return at;
      at = (at + 1) & mask;
    }
    return at;
  }

  private grow(): void {
    const { places } = this;
    this.places = new Float64Array(2 * places.length).fill(-1);
    this.places.set(places);
    this.numbers = new Int32Array(2 * this.numbers.length).fill(-1);
    for (let number = 0; number < this.size; number++)
      this.numbers[this.slot(this.places[number] ?? 0)] = number;
  }
}
