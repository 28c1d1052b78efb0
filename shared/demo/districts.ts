import { between, distance, middle, type Point } from './plane.ts';
import { drawBelow, drawSigned, purpose, stream } from './random.ts';
import { characters, type CharacterWeights, type TownPlan } from './town-plan.ts';
import { meshOf, nearestArea, type Mesh } from './voronoi.ts';

/** One district: an area of the release in the demo. */
export interface District {
  /** `d01`, `d02`, ... from the market square outwards. */
  readonly id: string;
  readonly name: string;
  readonly weights: CharacterWeights;
  /** Middle of the district, inside its border. */
  readonly centre: Point;
  /** The convex area, in metres, that streets and sites keep to. */
  readonly core: readonly Point[];
  /** The border, counter-clockwise, not closed; neighbours share corners and bends exactly. */
  readonly border: readonly Point[];
}

const turn = { cos: -0.7373688780783197, sin: 0.6754902942615238 };

/**
 * The districts of a plan: areas nearest to points on a sunflower spiral that is denser in the middle, with bent borders.
 * Points beyond the last district give the town its ragged outline. Only operations that IEEE 754 fixes to the bit are used.
 */
export function districtsOf(plan: TownPlan): readonly District[] {
  const count = plan.districts.length;
  const sites = spiral(plan, count + outerPoints(count));
  const areas = plan.districts.map((_, i) => nearestArea(sites, i, 4 * plan.halfWidth));
  const mesh = meshOf(areas, 130);
  return plan.districts.map(([name, character], i) => ({
    id: `d${String(i + 1).padStart(2, '0')}`,
    name,
    weights: characters[character],
    centre: middle(areas[i] ?? []),
    core: areas[i] ?? [],
    border: bentBorder(plan, mesh, mesh.rings[i] ?? []),
  }));
}

/** Middles of areas just outside the town, where people who only come for the day live. */
export function outskirtsOf(plan: TownPlan): readonly Point[] {
  const count = plan.districts.length;
  return spiral(plan, count + outerPoints(count)).slice(count, count + 6);
}

function outerPoints(count: number): number {
  return Math.floor(5 * Math.sqrt(count)) + 8;
}

function spiral(plan: TownPlan, count: number): readonly Point[] {
  const points: Point[] = [];
  let x = 1;
  let y = 0;
  for (let i = 0; i < count; i++) {
    const share = i / plan.districts.length;
    const radius = 0.5 * Math.sqrt(share) + 0.48 * share;
    const jitter = stream(plan.shape, i, purpose.districtShape);
    const wobble = i === 0 ? 0 : (0.38 + 0.26 * Math.min(1, share)) / Math.sqrt(plan.districts.length);
    points.push({
      x: (x * radius + drawSigned(jitter, 0) * wobble) * plan.halfWidth,
      y: (y * radius + drawSigned(jitter, 1) * wobble) * plan.halfHeight,
    });
    [x, y] = [x * turn.cos - y * turn.sin, x * turn.sin + y * turn.cos];
  }
  return points;
}

function bentBorder(plan: TownPlan, mesh: Mesh, ring: readonly number[]): readonly Point[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    const start = mesh.points[from] ?? { x: 0, y: 0 };
    const bends = bendsBetween(plan, mesh, Math.min(from, to), Math.max(from, to));
    return [start, ...(from < to ? bends : bends.toReversed())];
  });
}

function bendsBetween(plan: TownPlan, mesh: Mesh, low: number, high: number): readonly Point[] {
  const a = mesh.points[low] ?? { x: 0, y: 0 };
  const b = mesh.points[high] ?? { x: 0, y: 0 };
  const length = distance(a, b);
  if (length < 350) return [];
  const chance = stream(plan.shape, low * 1024 + high, purpose.borderBend);
  const bends = 1 + drawBelow(chance, 0, 2) + (length > 1500 ? 1 : 0);
  return Array.from({ length: bends }, (_, i) => {
    const on = between(a, b, (i + 1 + 0.2 * drawSigned(chance, 2 * i + 1)) / (bends + 1));
    const aside = 0.055 * drawSigned(chance, 2 * i + 2);
    return { x: on.x - (b.y - a.y) * aside, y: on.y + (b.x - a.x) * aside };
  });
}
