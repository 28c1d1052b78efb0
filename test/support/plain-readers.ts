/** A table of two ages and two genders with all totals: 9 groups, row by row, totals last. */
export interface PlainTable {
  readonly persons: readonly number[];
  /** 0 published, 1 under the minimum, 2 hidden to protect others. */
  readonly states: readonly number[];
  readonly minimumPersons: number;
  /** Width a range must have for the reader who knows the rule. */
  readonly width: number;
}

/** How many groups under the minimum are exactly known, or known too narrowly, to one of the three readers. */
export interface Outcome {
  readonly exact: number;
  readonly narrow: number;
}

type Span = readonly [number, number];
type Reader = 'figures' | 'rule';

const inside = [0, 1, 3, 4];

/** The 9 numbers that follow from the four of the inside. */
export function withMargins([a = 0, b = 0, c = 0, d = 0]: readonly number[]): readonly number[] {
  return [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
}

/** Says what each reader can work out by writing down every table that is possible for them. The grand total must be published. */
export function outcomeFor(table: PlainTable): Outcome {
  const primaries = table.states.flatMap((state, group) => (state === 1 ? [group] : []));
  const rulings = primaries.map((group) => [
    ...forFigures(table, group),
    ...forRule(table, group),
    ...primaries
      .filter((known) => known !== group && table.persons[known] === 1)
      .flatMap((known) => forContributor(table, group, known)),
  ]);
  return {
    exact: rulings.filter((one) => one.includes('exact')).length,
    narrow: rulings.filter((one) => !one.includes('exact') && one.includes('narrow')).length,
  };
}

function forFigures(table: PlainTable, group: number): readonly string[] {
  const [low, high] = rangeOf(possible(table, 'figures', false), group);
  if (low <= 1 && high >= table.minimumPersons) return [];
  return [low === high ? 'exact' : 'narrow'];
}

function forRule(table: PlainTable, group: number): readonly string[] {
  const [low, high] = rangeOf(possible(table, 'rule', false), group);
  if (high - low >= table.width) return [];
  const [leastAnyway, mostAnyway] = rangeOf(possible(table, 'rule', true), group);
  if (high - low >= mostAnyway - leastAnyway) return [];
  return [low === high ? 'exact' : 'narrow'];
}

function forContributor(table: PlainTable, group: number, known: number): readonly string[] {
  const knows = (all: readonly (readonly number[])[]) => all.filter((numbers) => numbers[known] === 1);
  const [low, high] = rangeOf(knows(possible(table, 'rule', false)), group);
  if (low < high) return [];
  const [leastAnyway, mostAnyway] = rangeOf(knows(possible(table, 'rule', true)), group);
  return leastAnyway < mostAnyway ? ['exact'] : [];
}

/** Every table in whole numbers; `nothingPublished` as if all that is published were hidden to protect others. */
function possible(
  table: PlainTable,
  reader: Reader,
  nothingPublished: boolean,
): readonly (readonly number[])[] {
  const most = nothingPublished ? 3 * table.minimumPersons : (table.persons[8] ?? 0);
  const spans = table.persons.map((_, group) => spanOf(table, group, reader, nothingPublished));
  const values = inside.map((group) => {
    const [low, high] = spans[group] ?? [0, 0];
    return Array.from({ length: Math.max(0, Math.min(high, most) - low + 1) }, (_, i) => low + i);
  });
  return values
    .reduce<readonly (readonly number[])[]>(
      (tables, next) => tables.flatMap((one) => next.map((value) => [...one, value])),
      [[]],
    )
    .map(withMargins)
    .filter((numbers) =>
      numbers.every((n, group) => n >= (spans[group]?.[0] ?? 0) && n <= (spans[group]?.[1] ?? 0)),
    );
}

function spanOf(table: PlainTable, group: number, reader: Reader, nothingPublished: boolean): Span {
  const { persons, states, minimumPersons } = table;
  const number = persons[group] ?? 0;
  const state = states[group] ?? 0;
  if (number > 0 && state === 0 && !nothingPublished) return [number, number];
  if (reader === 'figures') return [0, Infinity];
  return number === 0 || state === 1 ? [0, minimumPersons - 1] : [minimumPersons, Infinity];
}

function rangeOf(tables: readonly (readonly number[])[], group: number): Span {
  const numbers = tables.map((one) => one[group] ?? 0);
  return [Math.min(...numbers), Math.max(...numbers)];
}
