import { HashIndex } from '../kernel/hash-index.ts';
import { PositionIndex } from '../kernel/position-index.ts';

const possible = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** Where a network cell stands, degrees WGS 84, and how far it reaches, metres. */
interface CellSite {
  readonly latitude: number;
  readonly longitude: number;
  readonly range: number;
}

/** Base cells while an extract is read: network cells of a reference, or positions that the events state themselves. */
export class PlaceRegister {
  private readonly cells = new HashIndex();
  private readonly latitude: number[] = [];
  private readonly longitude: number[] = [];
  private readonly range: number[] = [];
  private readonly positions = new PositionIndex();

  get cellsKnown(): number {
    return this.cells.size;
  }

  /**
   * States where the network cell with a hash stands and how far it reaches (metres); the first statement counts, one without a
   * possible position is passed over.
   */
  describe(low: number, high: number, { latitude, longitude, range }: CellSite): void {
    if (!possible(latitude, longitude) || this.cells.find(low, high) !== -1) return;
    this.cells.add(low, high);
    this.latitude.push(latitude);
    this.longitude.push(longitude);
    this.range.push(range);
  }

  /** Base cell of a network cell, -1 when the reference does not know it. */
  ofCell(low: number, high: number): number {
    return this.cells.find(low, high);
  }

  /** Base cell of a position in degrees, -1 when there is no such place on Earth. */
  ofPosition(latitude: number, longitude: number): number {
    return possible(latitude, longitude) ? this.positions.add(latitude, longitude) : -1;
  }

  /** Positions of the base cells by number, degrees, and their reach, metres; positions of events reach nowhere. */
  finish(): {
    readonly latitude: Float64Array;
    readonly longitude: Float64Array;
    readonly cellRange: Float64Array;
  } {
    if (this.cells.size === 0)
      return { ...this.positions.positions(), cellRange: new Float64Array(this.positions.size) };
    return {
      latitude: Float64Array.from(this.latitude),
      longitude: Float64Array.from(this.longitude),
      cellRange: Float64Array.from(this.range),
    };
  }
}
