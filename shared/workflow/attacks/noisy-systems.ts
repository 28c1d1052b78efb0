import type { AtomSystem } from '../../attacks/reconstruction/atom-system.ts';
import type { LinearSystem } from '../../audit/linear-system.ts';
import { additiveDimensions } from '../../products/product.ts';
import { approximate } from '../../protect/differential-privacy/budget.ts';
import { planOf } from '../noisy-tables.ts';
import type { ProtectedTable } from '../protected-table.ts';
import type { AttackMaterial } from './attack-material.ts';

/** What is told of one zone, time or pair: its groups, and which of them each figure sums. */
interface Layer {
  readonly groups: readonly number[];
}

/** The figures of a release with noise on every figure as systems to be solved, one for each zone, time or pair of zones. */
export function noisySystems({ recipe, protection }: AttackMaterial): readonly AtomSystem[] {
  const plan = planOf(
    recipe,
    protection.tables.map(({ counted }) => counted),
  );
  return protection.tables.flatMap((table) => {
    const noise = plan.tables.get(table.counted.table.product);
    if (!noise) throw new Error('a released table has no noise in the plan');
    const variance =
      noise.kind === 'everyGroup' ? noise.variance : (noise.groupVariance ?? noise.keyVariance);
    return layersOf(table).map((layer) => systemOf(table, layer, approximate(variance)));
  });
}

function layersOf({ counted: { table } }: ProtectedTable): readonly Layer[] {
  const classes = table.dimensions.reduce(
    (product, { name, size }) => (additiveDimensions.has(name) ? product * size : product),
    1,
  );
  const layers = new Map<number, number[]>();
  table.at.forEach((place, i) => {
    const layer = Math.floor(place / classes);
    const known = layers.get(layer);
    if (known) known.push(i);
    else layers.set(layer, [i]);
  });
  return [...layers.values()].map((groups) => ({ groups }));
}

function systemOf(table: ProtectedTable, { groups }: Layer, noiseVariance: number): AtomSystem {
  const atoms = groups.filter((i) => totalsIn(table, i).length === 0);
  const rows = groups.flatMap((i) => {
    const figure = table.figures[i] ?? -1;
    const parts = atoms.flatMap((atom, variable) => (isPart(table, atom, i) ? [variable] : []));
    return figure < 0 || parts.length === 0 ? [] : [{ figure, parts }];
  });
  return {
    system: {
      low: new Float64Array(atoms.length),
      high: new Float64Array(atoms.length).fill(Infinity),
      ...sums(rows),
    },
    truth: Float64Array.from(atoms, (i) => table.raw?.[i] ?? 0),
    isAtom: new Uint8Array(atoms.length).fill(1),
    noiseVariance,
  };
}

/** The dimensions along which a group is a total. */
function totalsIn({ counted: { table } }: ProtectedTable, group: number): readonly string[] {
  return table.dimensions.flatMap(({ name, size, hasTotal }) =>
    hasTotal && table.part[name]?.[group] === size - 1 ? [name] : [],
  );
}

function isPart(table: ProtectedTable, atom: number, group: number): boolean {
  const totals = totalsIn(table, group);
  const { dimensions, part } = table.counted.table;
  return dimensions.every(({ name }) => totals.includes(name) || part[name]?.[atom] === part[name]?.[group]);
}

function sums(
  rows: readonly { readonly figure: number; readonly parts: readonly number[] }[],
): Omit<LinearSystem, 'low' | 'high'> {
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach(({ parts }, row) => {
    rowStarts[row + 1] = (rowStarts[row] ?? 0) + parts.length;
  });
  const variable = Int32Array.from(rows.flatMap(({ parts }) => parts));
  const figures = Float64Array.from(rows, ({ figure }) => figure);
  return {
    rowStarts,
    variable,
    coefficient: new Int32Array(variable.length).fill(1),
    rowLow: figures,
    rowHigh: figures,
  };
}
