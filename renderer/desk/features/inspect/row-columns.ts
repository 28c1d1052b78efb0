import { allHomes } from '../../../../shared/ipc/candidate.ts';
import type { BundleTable } from './bundle-table.ts';

export const rowColumns = [
  'zone',
  'origin',
  'visited',
  'destination',
  'home',
  'start',
  'band',
  'age',
  'gender',
  'persons',
  'estimate',
  'trips',
  'status',
] as const;
/** A column of a released table as a person reads it. */
export type RowColumn = (typeof rowColumns)[number];

const ends = {
  flows: ['origin', 'destination'],
  catchment: ['visited', 'home'],
  footfall: ['zone'],
  dwell: ['zone'],
  frequency: ['zone'],
} as const;

/** The columns a table has, in their order. */
export function rowColumnsOf({ columns }: Pick<BundleTable, 'columns'>): readonly RowColumn[] {
  const { product, start, band, age, gender, estimate, trips } = columns;
  const held: readonly (readonly [RowColumn, Int32Array])[] = [
    ['start', start],
    ['band', band],
    ['age', age],
    ['gender', gender],
  ];
  const own = held.flatMap(([name, column]) => (column.length > 0 ? [name] : []));
  const scaled = estimate.length > 0 ? (['estimate'] as const) : [];
  const went = trips.length > 0 ? (['trips'] as const) : [];
  return [...ends[product], ...own, 'persons', ...scaled, ...went, 'status'];
}

/** Home of a row: the index of a zone, `unknown`, or `all` of them together. */
export function homeOf(other: number | undefined): number | 'unknown' | 'all' {
  if (other === allHomes) return 'all';
  return other === undefined || other < 0 ? 'unknown' : other;
}
