import type { Product } from '../../products/product.ts';
import { totalCategory } from '../../products/bands.ts';
import { genders, unknownCategory } from '../../recipe/age-bands.ts';
import type { GroupName, NamedFigure } from '../../ledger/finding.ts';
import { namedFigure } from '../../ledger/group-name.ts';
import type { Stretch } from '../../ledger/stretch.ts';
import type { Cluster } from './clusters.ts';
import type { DifferencingFinding, ExposedGroup } from './finding.ts';
import type { Slot } from './slots.ts';
import type { Target } from './targets.ts';

/** Most figures named with a finding. */
const mostFigures = 12;

/** What a cluster exposes, in words. */
export function exposedBy(
  cluster: Cluster,
  target: Target,
  left: { readonly low: number; readonly high: number },
): DifferencingFinding {
  const figures = [...figuresOf(cluster.whole), ...(cluster.part ? figuresOf(cluster.part) : [])];
  const earlier = figures.find(({ figure: { release } }) => release !== undefined)?.figure.release;
  const product = (figures.find(({ figure: { release } }) => release === undefined) ?? figures[0])?.product;
  return {
    kind: 'sums',
    code: 'combination',
    ...(product !== undefined && { product }),
    ...(earlier !== undefined && { earlier }),
    exposed: exposedGroup(cluster, target),
    left: { low: left.low, high: left.high },
    figures: figures.slice(0, mostFigures).map(({ figure }) => figure),
  };
}

function exposedGroup({ whole, part }: Cluster, target: Target): ExposedGroup {
  const words = wordsOf(target);
  const place = placeOf(whole);
  if (part)
    return {
      group: { ...place, ...words },
      without: { ...placeOf(part), ...wordsOf(target.without ?? target) },
    };
  const { layer, among, without } = target;
  if (without) return { group: { ...place, ...words }, without: { ...place, ...wordsOf(without) } };
  if (layer === undefined || !among) return { group: { ...place, ...words } };
  const name = layer === 'home' ? { other: homeOf(whole, among) } : { band: runWords(among, Infinity) };
  return { group: { ...place, ...words, ...name } };
}

function wordsOf({ age, gender }: Pick<Target, 'age' | 'gender'>): Pick<GroupName, 'age' | 'gender'> {
  const ages = ageWords(age);
  const sexes = genderWords(gender);
  return { ...(ages !== undefined && { age: ages }), ...(sexes !== undefined && { gender: sexes }) };
}

function figuresOf({ rows }: Slot): readonly {
  readonly figure: NamedFigure;
  readonly product: Product;
}[] {
  return [...rows].flatMap(([{ grid, id }, list]) =>
    list.map((row) => ({ figure: namedFigure(grid, row, id), product: grid.table.product })),
  );
}

function placeOf({ rows, destination }: Slot): GroupName {
  const [first] = rows;
  const [side, list] = first ?? [];
  if (!side) throw new Error('a slot has figures');
  const { zone, other, start } = namedFigure(side.grid, list?.[0] ?? 0).group;
  return {
    zone,
    ...(destination >= 0 && other !== undefined && { other }),
    ...(start !== undefined && { start }),
  };
}

/** The home whose place on the line is the piece; what lies between homes is called unknown. */
function homeOf({ rows }: Slot, piece: Stretch): string {
  for (const { grid } of rows.keys()) {
    const { axes, released, table } = grid;
    const at = table.product === 'catchment' ? (axes[1]?.places ?? []) : [];
    const home = at.findIndex(({ from, to }) => from <= piece.from && piece.to <= to);
    const zone = released.zones[home];
    if (zone) return zone.zoneId;
  }
  return unknownCategory;
}

const [ageEnd, ageAll] = [120, 121];

function ageWords({ from, to }: Stretch): string | undefined {
  if (from === 0 && to === ageAll) return undefined;
  if (from === ageEnd) return unknownCategory;
  return to === ageAll
    ? `${runWords({ from, to: ageEnd }, ageEnd)}, ${unknownCategory}`
    : runWords({ from, to }, ageEnd);
}

/** Whole numbers of a stretch, both ends included: `18-29`, `60+`. */
function runWords({ from, to }: Stretch, end: number): string {
  return to === end ? `${from}+` : `${from}-${to - 1}`;
}

function genderWords({ from, to }: Stretch): string | undefined {
  if (from === 0 && to === genders.length) return undefined;
  return genders.slice(from, to).join(', ') || totalCategory;
}
