import { HashIndex } from '../kernel/hash-index.ts';
import { PositionIndex } from '../kernel/position-index.ts';

const possible = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** Two positions of one cell farther apart than this, in degrees, are two places. */
const samePlace = 0.01;

/** Where a network cell stands, degrees WGS 84, how far it reaches, metres, and from when to when, seconds since 1970 UTC. */
interface CellSite {
  readonly latitude: number;
  readonly longitude: number;
  readonly range: number;
  /** First second this holds, and the first it no longer does. */
  readonly from?: number;
  readonly until?: number;
}

/** In place of the first site of a cell. */
const severalPlaces = -2;

/** What a reference says of the cell a base cell stands for: one place, several one after the other, or several at once. */
export const siteKinds = ['still', 'moved', 'unclear'] as const;
const kindOf = {
  still: siteKinds.indexOf('still'),
  moved: siteKinds.indexOf('moved'),
  unclear: siteKinds.indexOf('unclear'),
};

/** Base cells while an extract is read: network cells of a reference, or positions that the events state themselves. */
export class PlaceRegister {
  private readonly cells = new HashIndex();
  private readonly latitude: number[] = [];
  private readonly longitude: number[] = [];
  private readonly range: number[] = [];
  private readonly from: number[] = [];
  private readonly until: number[] = [];
  /** Another site of the same cell, by site, -1 where there is none. */
  private readonly next: number[] = [];
  /** First site of a cell, by cell; -2 where a cell stands in several places at one time. */
  private readonly first: number[] = [];
  private readonly cellOfSite: number[] = [];
  private dated = false;
  private readonly positions = new PositionIndex();

  get cellsKnown(): number {
    return this.cells.size;
  }

  /**
   * States where the network cell with a hash stands and how far it reaches (metres). A statement without a possible position
   * is passed over. Of two that hold at the same time the first counts when both mean one place; when they do not, the
   * cell's place is not known.
   */
  describe(low: number, high: number, stated: CellSite): void {
    const site = { from: -Infinity, until: Infinity, ...stated };
    const { latitude, longitude, range, from, until } = site;
    if (!possible(latitude, longitude) || from >= until) return;
    const known = this.cells.find(low, high);
    if (known !== -1 && !this.follows(known, site)) return;
    const cell = known === -1 ? this.cells.add(low, high) : known;
    this.next.push(this.first[cell] ?? -1);
    this.first[cell] = this.latitude.length;
    this.dated ||= from !== -Infinity || until !== Infinity;
    this.cellOfSite.push(cell);
    this.latitude.push(latitude);
    this.longitude.push(longitude);
    this.range.push(range);
    this.from.push(from);
    this.until.push(until);
  }

  /** Whether a site of a known cell holds at another time than all before; marks the cell where two places contradict. */
  private follows(cell: number, site: Required<CellSite>): boolean {
    let at = this.first[cell] ?? -1;
    while (at >= 0 && !this.overlaps(at, site)) at = this.next[at] ?? -1;
    if (at >= 0 && this.isElsewhere(at, site)) this.first[cell] = severalPlaces;
    else if (at >= 0) {
      this.from[at] = Math.min(site.from, this.from[at] ?? site.from);
      this.until[at] = Math.max(site.until, this.until[at] ?? site.until);
    }
    return at === -1;
  }

  private overlaps(at: number, { from, until }: Required<CellSite>): boolean {
    return from < (this.until[at] ?? 0) && until > (this.from[at] ?? 0);
  }

  private isElsewhere(at: number, { latitude, longitude }: CellSite): boolean {
    const apart = [latitude - (this.latitude[at] ?? 0), longitude - (this.longitude[at] ?? 0)];
    return apart.some((degrees) => Math.abs(degrees) > samePlace);
  }

  /** Base cell of a network cell at a second (UTC), -1 when the reference does not know where it stood then. */
  ofCell(low: number, high: number, second: number): number {
    const cell = this.cells.find(low, high);
    if (cell === -1) return -1;
    let site = this.first[cell] ?? -1;
    if (this.dated)
      while (site >= 0 && (second < (this.from[site] ?? 0) || second >= (this.until[site] ?? 0)))
        site = this.next[site] ?? -1;
    return Math.max(-1, site);
  }

  /** Base cell of a position in degrees, -1 when there is no such place on Earth. */
  ofPosition(latitude: number, longitude: number): number {
    return possible(latitude, longitude) ? this.positions.add(latitude, longitude) : -1;
  }

  /**
   * Positions of the base cells by number, degrees, and their reach, metres; positions of events reach nowhere. `siteKind` is an index into
   * `siteKinds`, absent where events state their positions.
   */
  finish(): {
    readonly latitude: Float64Array;
    readonly longitude: Float64Array;
    readonly cellRange: Float64Array;
    readonly siteKind?: Uint8Array;
  } {
    if (this.cells.size === 0)
      return { ...this.positions.positions(), cellRange: new Float64Array(this.positions.size) };
    return {
      latitude: new Float64Array(this.latitude),
      longitude: new Float64Array(this.longitude),
      cellRange: new Float64Array(this.range),
      siteKind: this.siteKinds(),
    };
  }

  private siteKinds(): Uint8Array {
    const sites = new Int32Array(this.cells.size);
    for (const cell of this.cellOfSite) sites[cell] = (sites[cell] ?? 0) + 1;
    const kinds = new Uint8Array(this.cellOfSite.length);
    for (const [site, cell] of this.cellOfSite.entries()) {
      const onePlace = (sites[cell] ?? 0) > 1 ? kindOf.moved : kindOf.still;
      kinds[site] = this.first[cell] === severalPlaces ? kindOf.unclear : onePlace;
    }
    return kinds;
  }
}
