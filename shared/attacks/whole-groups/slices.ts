import { axisNames } from '../../ledger/axes.ts';
import { rangeOfFigure, type CountRange } from '../../ledger/figure-range.ts';
import type { Grid } from '../../ledger/grid.ts';

/** Rows of one time and band: everybody by zone, and groups. */
export interface Slice {
  readonly everybody: Map<number, number>;
  readonly groups: Map<string, Group>;
  /** Least persons told of all groups of one breakdown, by zone. */
  readonly told: Map<string, Map<number, number>>;
}

/** Figures of a group by zone, and what it is broken down by. */
export interface Group {
  readonly figures: Map<number, number>;
  readonly kind: string;
}

/** Sorts the published rows of the finest zones by time and band, and by group. */
export function slicesOf(grid: Grid): readonly Slice[] {
  const slices = new Map<string, Slice>();
  for (const row of grid.rows) {
    const zone = valueOn(grid, zoneAxis, row);
    if (grid.released.zones[zone]?.level !== 0) continue;
    const key = grid.axes.map((_, axis) => (isOfGroup(axis) ? '' : valueOn(grid, axis, row))).join(' ');
    const slice = slices.get(key) ?? { everybody: new Map(), groups: new Map(), told: new Map() };
    slices.set(key, slice);
    addRow(slice, { grid, row, zone });
  }
  return [...slices.values()];
}

/** Persons that the figure of a row may stand for. */
export function rangeAt({ table, released }: Grid, row: number): CountRange {
  return rangeOfFigure(table.persons[row] ?? 0, released.recipe);
}

const [zoneAxis, otherAxis, ageAxis, genderAxis] = (['zone', 'other', 'age', 'gender'] as const).map((name) =>
  axisNames.indexOf(name),
);

/** Where a group is of one time and band, it differs by these. */
const groupAxes = [otherAxis, ageAxis, genderAxis];

function addRow(
  { everybody, groups, told }: Slice,
  { grid, row, zone }: { readonly grid: Grid; readonly row: number; readonly zone: number },
): void {
  const values = groupAxes.map((axis) => (isTotal(grid, axis, row) ? -1 : valueOn(grid, axis, row)));
  if (values.every((value) => value === -1)) {
    everybody.set(zone, row);
    return;
  }
  const kind = values.map((value) => (value === -1 ? 0 : 1)).join('');
  const group = groups.get(values.join(' ')) ?? { figures: new Map<number, number>(), kind };
  groups.set(values.join(' '), group);
  group.figures.set(zone, row);
  const ofKind = told.get(kind) ?? new Map<number, number>();
  told.set(kind, ofKind.set(zone, (ofKind.get(zone) ?? 0) + rangeAt(grid, row).low));
}

function isTotal(grid: Grid, axis: number | undefined, row: number): boolean {
  const places = grid.axes[axis ?? 0]?.places.length ?? 1;
  return places === 1 || valueOn(grid, axis, row) === places - 1;
}

function isOfGroup(axis: number): boolean {
  return axis === zoneAxis || groupAxes.includes(axis);
}

function valueOn({ axes }: Grid, axis: number | undefined, row: number): number {
  return axes[axis ?? 0]?.column[row] ?? 0;
}
