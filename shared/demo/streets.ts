import type { District } from './districts.ts';
import { between, distance, smoothLine, type Point } from './plane.ts';
import { drawSigned, purpose, stream } from './random.ts';
import type { TownPlan } from './town-plan.ts';
import { clipHalf } from './voronoi.ts';

const compass: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.809, 0.588],
  [0.309, 0.951],
  [-0.309, 0.951],
  [-0.809, 0.588],
  [-1, 0],
  [-0.809, -0.588],
  [-0.309, -0.951],
  [0.309, -0.951],
  [0.809, -0.588],
];

/** The main streets of a plan in metres: a ring around the old town, a wider one, and roads out of town. */
export function mainStreets(plan: TownPlan): readonly (readonly Point[])[] {
  const chance = stream(plan.shape, 0, purpose.street);
  const at = (direction: number, share: number, index: number): Point => {
    const [x, y] = compass[direction % compass.length] ?? [0, 0];
    const wobble = 0.05 * share + 0.012;
    return {
      x: (x * share + drawSigned(chance, index * 2) * wobble) * plan.halfWidth,
      y: (y * share + drawSigned(chance, index * 2 + 1) * wobble) * plan.halfHeight,
    };
  };
  const ring = (share: number, from: number) => {
    const corners = compass.map((_, i) => at(i, share, from + i));
    return smoothLine([...corners, ...corners.slice(0, 1)], 6);
  };
  const roads = [0, 1, 3, 4, 6, 7, 8].map((direction, i) => {
    const shares = [0.14, 0.34, 0.56, 0.82, 1.12, 1.5];
    const start = at(direction, 0.14, 100 + direction);
    return smoothLine(
      [start, ...shares.slice(1).map((share, j) => at(direction, share, 200 + i * 8 + j))],
      6,
    );
  });
  return [ring(0.14, 100), ring(0.53, 120), ...roads];
}

/** The minor streets of a district in metres: two families of nearly parallel lines, cut at its border. */
export function minorStreets(
  district: District,
  seed: number,
  subject: number,
): readonly (readonly Point[])[] {
  const spacing = district.weights.blockMetres;
  if (spacing === 0) return [];
  const chance = stream(seed, subject + 1, purpose.street);
  const length = distance(district.centre, { x: 0, y: 0 });
  const radial: Point =
    length < 1 ? { x: 0.966, y: 0.259 } : { x: district.centre.x / length, y: district.centre.y / length };
  const tilted = { x: radial.x - 0.2 * radial.y, y: radial.y + 0.2 * radial.x };
  const across = { x: -tilted.y, y: tilted.x };
  return [
    ...family(district, tilted, { spacing, chance, from: 0 }),
    ...family(district, across, { spacing: spacing * 1.35, chance, from: 500 }),
  ];
}

interface Family {
  readonly spacing: number;
  readonly chance: ReturnType<typeof stream>;
  readonly from: number;
}

function family(district: District, along: Point, how: Family): readonly (readonly Point[])[] {
  const core = district.core.map((corner) => between(district.centre, corner, 0.985));
  const offsets = core.map((p) => (p.x - district.centre.x) * -along.y + (p.y - district.centre.y) * along.x);
  const lines: (readonly Point[])[] = [];
  const first = Math.ceil(Math.min(...offsets) / how.spacing);
  const last = Math.floor(Math.max(...offsets) / how.spacing);
  for (let i = first; i <= last; i++) {
    const index = how.from + 3 * (i - first);
    const offset = (i + 0.22 * drawSigned(how.chance, index)) * how.spacing;
    const chord = chordOf(core, district.centre, along, offset);
    if (chord === undefined) continue;
    const shortenedAtStart = Math.max(0, drawSigned(how.chance, index + 1) - 0.4) * 0.5;
    const shortenedAtEnd = Math.max(0, drawSigned(how.chance, index + 2) - 0.4) * 0.5;
    lines.push([between(chord[0], chord[1], shortenedAtStart), between(chord[1], chord[0], shortenedAtEnd)]);
  }
  return lines;
}

function chordOf(
  core: readonly Point[],
  centre: Point,
  along: Point,
  offset: number,
): readonly [Point, Point] | undefined {
  const aside = (p: Point) => (p.x - centre.x) * -along.y + (p.y - centre.y) * along.x - offset;
  const beyond = clipHalf(core, aside);
  const ends = beyond.filter((p) => Math.abs(aside(p)) < 0.001);
  const [a, b] = ends;
  return a === undefined || b === undefined || distance(a, b) < 60 ? undefined : [a, b];
}
