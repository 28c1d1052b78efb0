import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, Sources } from '../../../shared/extract/source.ts';

const cells = 160_000;
const people = 200_000;
const events = 500_000;
const zonesAside = 14;
const pointsOfSide = 120;

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const identifier = (i: number): string => (i * 2_654_435_761).toString(16).padStart(16, '0');

/** Square zones beside each other, with many points on each side, as borders of communes have. */
function zones(): string {
  const side = Array.from({ length: pointsOfSide }, (_, i) => (0.1 * i) / pointsOfSide);
  const features = Array.from({ length: zonesAside * zonesAside }, (_, i) => {
    const [west, south] = [10 + 0.1 * (i % zonesAside), 50 + 0.1 * Math.floor(i / zonesAside)];
    const ring = [
      ...side.map((along) => [west + along, south]),
      ...side.map((along) => [west + 0.1, south + along]),
      ...side.map((along) => [west + 0.1 - along, south + 0.1]),
      ...side.map((along) => [west, south + 0.1 - along]),
      [west, south],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    return { type: 'Feature', properties: { zone_id: `z${i}` }, geometry };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const position = (i: number): string =>
  `${(50 + (i % 1400) / 1000).toFixed(3)},${(10 + (i % 1397) / 1000).toFixed(3)}`;

const files: Readonly<Record<Exclude<FileKind, 'population'>, () => string>> = {
  zones,
  places: () => `lat,lon,category\n${lines(90_000, (i) => `${position(i)},school`)}\n`,
  cells: () => `cell_id,lat,lon\n${lines(cells, (i) => `cell-${i},${position(i)}`)}\n`,
  persons: () =>
    `person,age,gender\n${lines(people, (i) => `${identifier(i)},${18 + (i % 70)},${i % 2 === 0 ? 'f' : 'm'}`)}\n`,
  objections: () => `person,as_of\n${lines(people, (i) => `${identifier(i * 20)},2026-05-01T00:00:00Z`)}\n`,
  events: () =>
    `person,time,cell\n${lines(events, (i) => `${identifier((i * 7919) % people)},2026-05-0${1 + (i % 7)}T${`${i % 24}`.padStart(2, '0')}:${`${i % 60}`.padStart(2, '0')}:00Z,cell-${(i * 31) % cells}`)}\n`,
};

/** Writes an extract of which every file takes long enough to be called off while it is read. */
export function writeLargeExtract(folder: string): {
  readonly sources: Sources;
  readonly paths: Map<string, string>;
} {
  const paths = new Map<string, string>();
  const sources = Object.entries(files).map(([kind, make], i) => {
    const [token, path, content] = [`${i}`.repeat(32), join(folder, kind), Buffer.from(make())];
    writeFileSync(path, content);
    paths.set(token, path);
    return [kind, { kind: 'file', token, name: `${kind}.csv`, sizeBytes: content.length }] as const;
  });
  return { sources: Object.fromEntries(sources) as Sources, paths };
}
