import type { Steps } from '../../ledger/steps.ts';
import type { Stretch } from '../../ledger/stretch.ts';
import { relationOfTables } from './same-persons.ts';
import type { Side } from './table-pairs.ts';
import type { ZoneElements } from './zone-elements.ts';

/** Everybody counted in one zone (or going between two) and time: the figures about them, by the table they stand in. */
export interface Slot {
  readonly population: number;
  readonly zone: number;
  /** Where a flow ends; -1 for other products. */
  readonly destination: number;
  readonly time: Stretch;
  readonly rows: Map<Side, number[]>;
}

/** All slots of some tables. Populations: tables that count the same persons; `inside[p]` those that hold all of p's. */
export interface Slots {
  readonly list: readonly Slot[];
  readonly at: (slot: Omit<Slot, 'rows'>) => Slot | undefined;
  readonly holdersOfPopulation: readonly (readonly number[])[];
}

/** Rows sorted between two pauses. */
const rowsAtOnce = 4096;

/** Sorts the published rows of tables into slots. */
export function* slotsOf(sides: readonly Side[], elements: ZoneElements): Steps<Slots> {
  const { populationOf, holdersOfPopulation } = populations(sides);
  const list: Slot[] = [];
  const byKey = new Map<string, Slot>();
  for (const side of sides) {
    const slotAt = slotFinder(side, elements, populationOf.get(side) ?? 0);
    const met = new Map<number, Slot>();
    for (const [at, row] of side.grid.rows.entries()) {
      if (at % rowsAtOnce === 0) yield;
      const { local, describe } = slotAt(row);
      let slot = met.get(local);
      if (!slot) {
        const described = describe();
        const key = keyOf(described);
        slot = byKey.get(key) ?? { ...described, rows: new Map() };
        if (!byKey.has(key)) list.push(slot);
        byKey.set(key, slot);
        met.set(local, slot);
      }
      const rows = slot.rows.get(side);
      if (rows) rows.push(row);
      else slot.rows.set(side, [row]);
    }
  }
  return { list, at: (slot) => byKey.get(keyOf(slot)), holdersOfPopulation };
}

function keyOf({ population, zone, destination, time }: Omit<Slot, 'rows'>): string {
  return `${population} ${zone} ${destination} ${time.from} ${time.to}`;
}

interface Found {
  readonly local: number;
  readonly describe: () => Omit<Slot, 'rows'>;
}

function slotFinder(side: Side, { elementOf }: ZoneElements, population: number): (row: number) => Found {
  const [zoneAxis, otherAxis, timeAxis] = side.grid.axes;
  const ids = elementOf.get(side) ?? new Int32Array(0);
  const isFlow = side.grid.table.product === 'flows';
  const times = timeAxis?.places ?? [];
  const others = isFlow ? (otherAxis?.places.length ?? 1) : 1;
  return (row) => {
    const zone = zoneAxis?.column[row] ?? 0;
    const other = isFlow ? (otherAxis?.column[row] ?? 0) : 0;
    const time = timeAxis?.column[row] ?? 0;
    return {
      local: (zone * others + other) * times.length + time,
      describe: () => ({
        population,
        zone: ids[zone] ?? -1,
        destination: isFlow ? (ids[other] ?? -1) : -1,
        time: times[time] ?? { from: 0, to: 0 },
      }),
    };
  };
}

function populations(sides: readonly Side[]): {
  readonly populationOf: ReadonlyMap<Side, number>;
  readonly holdersOfPopulation: readonly (readonly number[])[];
} {
  const first: Side[] = [];
  const populationOf = new Map<Side, number>();
  for (const side of sides) {
    const known = first.findIndex((other) => relation(other, side) === 'same');
    populationOf.set(side, known >= 0 ? known : first.push(side) - 1);
  }
  const holdersOfPopulation = first.map((part, p) =>
    first.flatMap((whole, q) => (p === q || relation(whole, part) === 'inside' ? [q] : [])),
  );
  return { populationOf, holdersOfPopulation };
}

function relation(first: Side, second: Side): ReturnType<typeof relationOfTables> {
  const [a, b] = [first, second].map(({ grid }) => ({
    product: grid.table.product,
    recipe: grid.released.recipe,
  }));
  return a && b ? relationOfTables(a, b) : 'unlike';
}
