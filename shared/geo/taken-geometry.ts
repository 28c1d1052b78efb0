import { z } from 'zod';
import type { Steps } from '../base/steps.ts';
import type { Ring } from './zone-shape.ts';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const RingOfPositions = z.array(Position).min(4);
const Rings = z.array(RingOfPositions).min(1);
const SeveralRings = z.array(Rings).min(1);
const Positions = z.array(Position).min(1);

type Point = [longitude: number, latitude: number];
type Path = readonly PropertyKey[];

/** Positions that are gone through in a step. */
const positionsOfStep = 1 << 14;

/** A value that has not the shape it must have: where, and what is wrong. */
export class Misshapen extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

/** A value by its schema. Throws `Misshapen` with the first thing that is wrong; `at` is where the value stands. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown, at: Path): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Misshapen([...at, ...(issue?.path ?? [])], issue?.message ?? '');
}

/** A position in degrees WGS 84, of which more than longitude and latitude is left out. Throws `Misshapen`. */
export function takenPosition(value: unknown, at: Path): Point {
  if (isPlain(value)) return value;
  const [x, y] = shaped(Position, value, at);
  return [x, y];
}

/** Positions, at least one. Throws `Misshapen`. */
export function takingPositions(value: unknown, at: Path): Steps<Point[]> {
  return takingLine(Positions, value, at);
}

/** Coordinates of a polygon: rings of at least four positions each. Throws `Misshapen` with the first thing that is wrong. */
export function takingRings(value: unknown, at: Path): Steps<Ring[]> {
  return takingEach(Rings, value, at, takingRing);
}

/** Coordinates of several polygons. Throws `Misshapen` with the first thing that is wrong. */
export function takingSeveralRings(value: unknown, at: Path): Steps<Ring[][]> {
  return takingEach(SeveralRings, value, at, takingRings);
}

const takingRing = (value: unknown, at: Path): Steps<Point[]> => takingLine(RingOfPositions, value, at);

function* takingLine(schema: z.ZodType, value: unknown, at: Path): Steps<Point[]> {
  if (!Array.isArray(value)) shaped(schema, value, at);
  const line = value as readonly unknown[];
  const taken: Point[] = [];
  for (const [i, one] of line.entries()) {
    taken.push(isPlain(one) ? one : takenPosition(one, [...at, i]));
    if (i % positionsOfStep === positionsOfStep - 1) yield { done: i, total: line.length };
  }
  if (line.length < 4) shaped(schema, line, at);
  return taken;
}

function* takingEach<T>(
  schema: z.ZodType,
  value: unknown,
  at: Path,
  taking: (one: unknown, at: Path) => Steps<T>,
): Steps<T[]> {
  if (!Array.isArray(value)) shaped(schema, value, at);
  const all = value as readonly unknown[];
  const taken: T[] = [];
  for (const [i, one] of all.entries()) {
    taken.push(yield* taking(one, [...at, i]));
    yield { done: i, total: all.length };
  }
  if (all.length === 0) shaped(schema, all, at);
  return taken;
}

/** Whether a value is a position with nothing beside longitude and latitude; what is not may be one nevertheless. */
function isPlain(value: unknown): value is Point {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [x, y] = value as readonly unknown[];
  return typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 180 && Math.abs(y) <= 90;
}
