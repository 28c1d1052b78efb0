import { outskirtsOf, type District } from './districts.ts';
import { between, distance, positionOf, type Point, type Position } from './plane.ts';
import { draw, drawBelow, purpose, stream } from './random.ts';
import type { TownPlan } from './town-plan.ts';

/** One network cell: a sector of a site. */
export interface DemoCell {
  /** 14 characters: the test network 001-01, a site number and a sector, such as `001-01-10417-2`. */
  readonly id: string;
  readonly position: Position;
  /** Degrees clockwise from north, 0 to 359. */
  readonly azimuth: number;
  /** How far it reaches, metres. */
  readonly range: number;
  /** Index of the district it stands in; `undefined` for the sites out of town, which lie outside every zone. */
  readonly district: number | undefined;
}

/** The cells of a town and how they neighbour. */
export interface Network {
  /** Three cells a site, in the order of the sites. */
  readonly cells: readonly DemoCell[];
  /** For each district the indices of its cells. */
  readonly byDistrict: readonly (readonly number[])[];
  /** Indices of the cells out of town. */
  readonly outside: readonly number[];
  /** For each cell a cell of the nearest other site. */
  readonly neighbour: readonly number[];
}

/** Reach by the number of sites in a district; out of town it is 2,500 m. */
const rangeBySites: readonly number[] = [2500, 1200, 600, 350, 250];

interface Site {
  readonly at: Point;
  /** Sites of its district, 0 out of town. */
  readonly sites: number;
  readonly district: number | undefined;
}

/** The network of a plan: a few sites a district, more where it is dense, and one at each of the outskirts. */
export function networkOf(plan: TownPlan, districts: readonly District[]): Network {
  const inTown = districts.flatMap((district, i) =>
    sitePoints(plan, district, i).map((at): Site => ({ at, sites: district.weights.sites, district: i })),
  );
  const sites: readonly Site[] = [
    ...inTown,
    ...outskirtsOf(plan).map((at) => ({ at, sites: 0, district: undefined })),
  ];
  const cells = sites.flatMap((site, i) => sectorsOf(plan, site, i));
  const where = (district: number | undefined) =>
    cells.flatMap((cell, i) => (cell.district === district ? [i] : []));
  return {
    cells,
    byDistrict: districts.map((_, i) => where(i)),
    outside: where(undefined),
    neighbour: cells.map((_, i) => 3 * nearestSite(sites, Math.floor(i / 3)) + (i % 3)),
  };
}

function sitePoints(plan: TownPlan, district: District, index: number): readonly Point[] {
  const chance = stream(plan.shape, index, purpose.site);
  const { sites } = district.weights;
  return Array.from({ length: sites }, (_, i) => {
    const turn = Math.floor((i * district.core.length) / sites) + drawBelow(chance, 2 * i, 2);
    const corner = district.core[turn % district.core.length] ?? district.centre;
    const out = sites === 1 ? 0.15 : 0.35 + (drawBelow(chance, 2 * i + 1, 256) / 256) * 0.25;
    return between(district.centre, corner, out);
  });
}

function sectorsOf(plan: TownPlan, site: Site, index: number): readonly DemoCell[] {
  const chance = stream(plan.shape, index + 100_000, purpose.site);
  const first = drawBelow(chance, 0, 24) * 5;
  const number = 10_000 + 16 * index + (draw(chance, 1) % 16);
  return [0, 1, 2].map((sector) => ({
    id: `001-01-${number}-${sector + 1}`,
    position: positionOf(site.at),
    azimuth: first + 120 * sector,
    range: rangeBySites[site.sites] ?? 2500,
    district: site.district,
  }));
}

function nearestSite(sites: readonly Site[], index: number): number {
  const own = sites[index]?.at ?? { x: 0, y: 0 };
  let best = index;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, other] of sites.entries()) {
    const away = distance(own, other.at);
    if (i === index || away >= least) continue;
    least = away;
    best = i;
  }
  return best;
}
