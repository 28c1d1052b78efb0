import type { LinearSystem } from '../../audit/linear-system.ts';
import { propagate } from '../../audit/propagate.ts';
import type { Released } from '../../ledger/released.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { packed, rowsOf } from '../../protect/secondary/block-system.ts';
import type { Family } from '../../protect/secondary/family.ts';
import type { Frame } from '../../protect/secondary/frame.ts';
import { identitiesOf } from '../../protect/secondary/identities.ts';
import { occupiedBlocks } from '../../protect/secondary/occupied-blocks.ts';
import { settleFew } from '../differencing/settle-few.ts';
import { toldPlaces, type ToldPlaces } from './told-places.ts';

/** How the search is carried out. `narrowest`: width below which a range is too narrow for the reader who knows the rule. */
export interface BlanksOptions {
  readonly solver: LinearSolver;
  /** Simplex iterations for one objective. */
  readonly iterationLimit: number;
  readonly narrowest: number;
}

/** Places without a figure by what a reader of the bundle works out about them. Numbers only, never which. */
export interface BlanksFound {
  /** Known to the person, and fewer than the minimum. */
  readonly exact: number;
  /** Certainly somebody, certainly fewer than the minimum; or too narrow a range for the reader who knows the rule. */
  readonly narrow: number;
  /** Everything else that is listed without a figure or stands in sums with figures; empty places may be among it. */
  readonly safe: number;
  /** The solver gave up. */
  readonly gaveUp: number;
  /** In blocks whose figures no numbers of persons satisfy. */
  readonly contradicted: number;
}

type Tally = { -readonly [key in keyof BlanksFound]: number };

/**
 * What a reader of nothing but the released tables works out about their blanks: every block of sums is solved with the hidden places
 * unknown (Handbook on Statistical Disclosure Control, 2nd ed., chapter 5). Only groups that are certainly there and certainly
 * small count, since empty and hidden places may look alike. Nothing is looked at where noise protects a whole person.
 */
export function* recoverBlanks(
  released: Released,
  options: BlanksOptions,
): Generator<{ readonly done: number; readonly total: number }, BlanksFound> {
  const tally: Tally = { exact: 0, narrow: 0, safe: 0, gaveUp: 0, contradicted: 0 };
  if (released.recipe.guarantee.kind !== 'classical') return tally;
  const told = toldPlaces(released);
  yield { done: 0, total: 0 };
  const { families, links } = identitiesOf(told.release);
  const jobs = families.map((family) => ({ family, blocks: occupiedBlocks(told.release, family) }));
  const total = jobs.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const standsAlone = links.length === 0 && released.recipe.levels.length === 0;
  const reading = { ...options, minimumPersons: released.recipe.minimumPersons, standsAlone };
  let [done, looked] = [0, 0];
  for (const { family, blocks } of jobs)
    for (const number of blocks) {
      const block = blockOf(told, family, number);
      looked += block.hidden.length;
      readBlock(block, reading, tally);
      done += 1;
      yield { done, total };
    }
  tally.safe += Math.max(0, told.listed - looked);
  return tally;
}

interface ToldBlock {
  readonly system: LinearSystem;
  readonly hidden: readonly number[];
}

interface Reading extends BlanksOptions {
  readonly minimumPersons: number;
  /** No other block has anything to do with a block, so that nothing in it is hidden for another. */
  readonly standsAlone: boolean;
}

const rowsOfFrame = new WeakMap<Frame, Omit<LinearSystem, 'low' | 'high'>>();

function blockOf(told: ToldPlaces, family: Family, number: number): ToldBlock {
  const { frame } = family;
  const low = new Float64Array(frame.groups);
  const high = new Float64Array(frame.groups).fill(Infinity);
  const hidden = new Set<number>();
  family.layersOf(number).forEach((members, layer) => {
    for (const { table, start } of members)
      for (let at = 0; at < frame.classes; at++) {
        const group = layer * frame.classes + at;
        const place = told.at(table, start + at);
        low[group] = Math.max(low[group] ?? 0, place.low);
        high[group] = Math.min(high[group] ?? Infinity, place.high);
        if (place.hidden) hidden.add(group);
      }
  });
  const rows = rowsOfFrame.get(frame) ?? packed(rowsOf(frame));
  rowsOfFrame.set(frame, rows);
  return { system: { low, high, ...rows }, hidden: [...hidden] };
}

function readBlock({ system, hidden }: ToldBlock, reading: Reading, tally: Tally): void {
  if (hidden.length === 0) return;
  const { few, gaveUp, contradicted } = settleFew(system, hidden, reading);
  if (contradicted) {
    tally.contradicted += hidden.length;
    return;
  }
  const exact = few.filter(({ low, high }) => low === high).length;
  const narrow = few.length - exact + (few.length === 0 && isTooNarrow(system, hidden, reading) ? 1 : 0);
  tally.exact += exact;
  tally.narrow += narrow;
  tally.gaveUp += gaveUp;
  tally.safe += hidden.length - exact - narrow - gaveUp;
}

/**
 * What the reader who knows the rule adds: hidden groups that certainly have enough persons were hidden to protect another, so one that
 * is left alone was itself under the minimum. Only where nothing outside the block can be what they protect.
 */
function isTooNarrow(
  system: LinearSystem,
  hidden: readonly number[],
  { minimumPersons, narrowest, standsAlone }: Reading,
): boolean {
  if (!standsAlone) return false;
  const known = propagate(system);
  const [only, ...others] = hidden.filter((group) => (known?.low[group] ?? 0) < minimumPersons);
  if (only === undefined || others.length > 0) return false;
  const high = system.high.slice();
  high[only] = Math.min(high[only] ?? Infinity, minimumPersons - 1);
  const ruled = propagate({ ...system, high });
  if (ruled === undefined) return false;
  const width = (ruled.high[only] ?? 0) - (ruled.low[only] ?? 0);
  return (ruled.high[only] ?? 0) > 0 && width < Math.max(1, Math.min(narrowest, minimumPersons - 2));
}
