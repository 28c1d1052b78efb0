import { randomBytes } from 'node:crypto';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, Sources } from '../../../shared/extract/source.ts';

/** How large each file is: zones in a grid and one with many corners beside it, and rows of the others. */
export interface Sizes {
  readonly zones: number;
  readonly corners: number;
  readonly places: number;
  readonly inhabitants: number;
  readonly cells: number;
  readonly events: number;
}

const cornersOfZone = 20;
const west = 10;
const south = 50;
const degrees = 1.4;

/** A zone with these corners, as a feature of GeoJSON. */
const zone = (id: string, ring: readonly (readonly number[])[]): string =>
  JSON.stringify({
    type: 'Feature',
    properties: { zone_id: id },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
  });

/** Squares beside each other, and a circle east of them. */
function* zones({ zones: count, corners }: Sizes): Generator<string> {
  const side = Math.floor(Math.sqrt(count));
  const width = degrees / side;
  yield '{"type":"FeatureCollection","features":[';
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [west + width * (i % side), south + width * Math.floor(i / side)];
    const along = Array.from({ length: cornersOfZone / 4 }, (_, j) => (width * j) / (cornersOfZone / 4));
    yield `${zone(`z${i}`, [
      ...along.map((by) => [x + by, y]),
      ...along.map((by) => [x + width, y + by]),
      ...along.map((by) => [x + width - by, y + width]),
      ...along.map((by) => [x, y + width - by]),
    ])},`;
  }
  const circle = Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    return [west + 2 * degrees + 0.7 * Math.cos(turn), south + 0.7 + 0.7 * Math.sin(turn)];
  });
  yield `${zone('round', circle)}]}`;
}

function* places({ places: count }: Sizes): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  for (let i = 0; i < count; i++) {
    const geometry = { type: 'Point', coordinates: position(i).toReversed() };
    const feature = { type: 'Feature', properties: { category: 'school' }, geometry };
    yield JSON.stringify(feature) + (i < count - 1 ? ',' : ']}');
  }
}

const position = (i: number): readonly [number, number] => [
  south + (i % 1400) / 1000,
  west + ((i % 2794) / 1000) * 1.4,
];

function* rows(header: string, count: number, row: (i: number) => string): Generator<string> {
  yield `${header}\n`;
  for (let i = 0; i < count; i++) yield `${row(i)}\n`;
}

const two = (value: number): string => `${value}`.padStart(2, '0');
const time = (i: number): string => `2026-05-${two(1 + (i % 14))}T${two((i * 7) % 24)}:${two(i % 60)}:00Z`;

const files: Readonly<Partial<Record<FileKind, (sizes: Sizes) => Iterable<string>>>> = {
  zones,
  places,
  population: (sizes) =>
    rows(
      'zone_id,age_band,gender,persons',
      sizes.inhabitants,
      (i) => `z${Math.floor(i / 2)},all,${i % 2 === 0 ? 'f' : 'm'},${i % 700}`,
    ),
  cells: (sizes) => rows('cell_id,lat,lon', sizes.cells, (i) => `cell-${i},${position(i).join(',')}`),
  events: (sizes) =>
    rows('person,time,cell', sizes.events, (i) => {
      const person = ((i * 7919) % Math.ceil(sizes.events / 10)).toString(16).padStart(16, '0');
      return `${person},${time(i)},cell-${(i * 31) % sizes.cells}`;
    }),
};

/** Writes an extract with many zones, and one zone of many corners. */
export function writeWideExtract(
  folder: string,
  sizes: Sizes,
): { readonly sources: Sources; readonly paths: Map<string, string> } {
  const paths = new Map<string, string>();
  const sources = Object.entries(files).map(([kind, make]) => {
    const path = join(folder, `${kind}-of-wide`);
    write(path, make(sizes));
    const token = randomBytes(16).toString('hex');
    paths.set(token, path);
    return [kind, { kind: 'file', token, name: `${kind}.csv`, sizeBytes: statSync(path).size }] as const;
  });
  return { sources: Object.fromEntries(sources) as Sources, paths };
}

function write(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1 << 20) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
}
