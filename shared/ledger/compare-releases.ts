import { combinationsOf } from './combinations.ts';
import { commonGroups, type CommonGroups } from './common-groups.ts';
import { rangeOfFigure, remainder, showsFew } from './figure-range.ts';
import type { Differing, Finding } from './finding.ts';
import { type Grid, gridOf } from './grid.ts';
import { differing, namedFigure } from './group-name.ts';
import { nestedPairs, type Reach } from './nested-pairs.ts';
import { relationOf, type Relation } from './population.ts';
import type { Released } from './released.ts';
import { finished, type Steps } from './steps.ts';
import { areasLieApart, zoneLine, zoneMapsDiffer } from './zone-map.ts';

/** An earlier release and its id. */
export interface EarlierRelease {
  readonly id: string;
  readonly released: Released;
}

/** What a classical release would let readers work out together with an earlier classical one of an overlapping period. */
export function compareReleases(earlier: EarlierRelease, later: Released): readonly Finding[] {
  return finished(lookBetween(earlier, later, () => undefined));
}

/** That, step by step. `onPair` is told of every pair that is tried. */
export function* lookBetween(
  earlier: EarlierRelease,
  later: Released,
  onPair: () => void,
): Steps<readonly Finding[]> {
  const shared = later.tables.flatMap((table) => {
    const before = earlier.released.tables.find(({ product }) => product === table.product);
    return before ? [{ table, before }] : [];
  });
  if (shared.length === 0 || areasLieApart(earlier.released.zones, later.zones)) return [];
  if (zoneMapsDiffer(earlier.released, later)) return [{ code: 'zones-changed', earlier: earlier.id }];
  const line = zoneLine([...earlier.released.zones, ...later.zones], later.recipe.zones);
  const findings: Finding[] = [];
  for (const { table, before } of shared) {
    const grid = gridOf(earlier.released, before, line);
    const found = yield* compareTables({ id: earlier.id, grid, onPair }, gridOf(later, table, line));
    for (const finding of found) findings.push(finding);
  }
  return findings;
}

interface EarlierTable {
  readonly id: string;
  readonly grid: Grid;
  readonly onPair: () => void;
}

function* compareTables(earlier: EarlierTable, later: Grid): Steps<readonly Finding[]> {
  const { product } = later.table;
  const relation = relationOf(earlier.grid.released.recipe, later.released.recipe, product);
  if (relation === 'unlike') return [{ code: 'rules-changed', product, earlier: earlier.id }];
  const common: CommonGroups =
    relation === 'same'
      ? yield* commonGroups(earlier.grid, later, earlier.id)
      : { findings: [], isNew: () => true };
  const pairs = [
    ...(relation === 'holds' ? [] : yield* laterInside(earlier, later, { common, relation })),
    ...(relation === 'inside' ? [] : yield* earlierInside(earlier, later, { common, relation })),
  ];
  if (relation !== 'same' || pairs.length > 0) return [...common.findings, ...pairs];
  return [...common.findings, ...combinationsOf(earlier.grid, later, earlier.id)];
}

interface Between {
  readonly common: CommonGroups;
  readonly relation: Relation;
}

function* laterInside(earlier: EarlierTable, later: Grid, between: Between): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  const wanted = between.common.isNew;
  yield* nestedPairs({ inner: later, outer: earlier.grid, wanted }, (inner, outer, reach) => {
    earlier.onPair();
    const pair = { larger: [earlier.grid, outer, earlier.id], smaller: [later, inner, undefined] } as const;
    findings.push(...judge(pair, reach, { earlier, ...between }));
  });
  return findings;
}

function* earlierInside(earlier: EarlierTable, later: Grid, between: Between): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  yield* nestedPairs({ inner: earlier.grid, outer: later }, (inner, outer, reach) => {
    if (!between.common.isNew(outer)) return;
    earlier.onPair();
    const pair = { larger: [later, outer, undefined], smaller: [earlier.grid, inner, earlier.id] } as const;
    findings.push(...judge(pair, reach, { earlier, ...between }));
  });
  return findings;
}

type Figure = readonly [grid: Grid, row: number, release: string | undefined];
/** Nesting of zones is exact for persons seen, and only nearly so for stays and flows. */
const ofZones: Reach = 0b000011;

function judge(
  { larger, smaller }: { readonly larger: Figure; readonly smaller: Figure },
  reach: Reach,
  { earlier, relation }: Between & { readonly earlier: EarlierTable },
): readonly Finding[] {
  const recipes = [larger, smaller].map(([{ released }]) => released.recipe);
  const [whole, part] = [larger, smaller].map(([{ table, released }, row]) =>
    rangeOfFigure(table.persons[row] ?? 0, released.recipe),
  );
  if (whole === undefined || part === undefined) return [];
  const rest = remainder(whole, part);
  const minimum = Math.max(...recipes.map(({ minimumPersons }) => minimumPersons));
  const isDisagreement = rest.high < 0 && (reach & ofZones) === 0;
  if (!isDisagreement && !showsFew(rest, minimum)) return [];
  const population: readonly Differing[] = relation === 'same' ? [] : ['population'];
  return [
    {
      code: isDisagreement ? 'disagreement' : 'subtraction',
      product: larger[0].table.product,
      earlier: earlier.id,
      larger: namedFigure(...larger),
      smaller: namedFigure(...smaller),
      differsBy: [...differing(reach), ...population],
    },
  ];
}
