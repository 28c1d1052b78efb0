import { gateIds, type GateResult } from '../../../../shared/evidence/gate.ts';
import { gateDetails } from '../../language/gate-details.ts';
import { fits, type Told } from '../../language/reading.ts';
import { leavesOf, type Leaf } from './evidence-leaves.ts';
import { evidenceTable } from './evidence-table.ts';

export interface ToldEntry extends Told {
  readonly value: string | number;
}

export interface ToldGate {
  /** Its place in the list of gates. */
  readonly at: string;
  readonly id: GateResult['id'];
  readonly kind: GateResult['kind'];
  readonly outcome: GateResult['outcome'];
  readonly details: readonly ToldEntry[];
}

/** Evidence as it is shown: what there are words for, and every entry there are none for. */
export interface ToldEvidence {
  readonly blocks: readonly { readonly title: string; readonly entries: readonly ToldEntry[] }[];
  readonly gates: readonly ToldGate[];
  readonly further: readonly Leaf[];
}

type Way = readonly string[];
type Found<T> = readonly [leaf: Leaf, word: T];

const kinds = ['recomputable', 'attested'] as const;
const outcomes = ['pass', 'fail', 'notTested'] as const;

/** Looks leaves up by their way and remembers which were told: the others are what is left over. */
function reader(leaves: readonly Leaf[]) {
  const byWay = new Map(leaves.map((leaf) => [JSON.stringify(leaf.way), leaf]));
  const taken = new Set<Leaf>();
  const at = (way: Way) => byWay.get(JSON.stringify(way));
  return {
    told({ name, reading }: Told, way: Way): readonly ToldEntry[] {
      const leaf = at(way);
      if (leaf === undefined || !fits(reading, leaf.value)) return [];
      taken.add(leaf);
      return [{ name, reading, value: leaf.value }];
    },
    word<T extends string>(known: readonly T[], way: Way): Found<T> | undefined {
      const leaf = at(way);
      const word = known.find((each) => each === leaf?.value);
      return leaf === undefined || word === undefined ? undefined : [leaf, word];
    },
    at,
    take: (...told: readonly (Leaf | undefined)[]) => told.forEach((leaf) => leaf && taken.add(leaf)),
    rest: () => leaves.filter((leaf) => !taken.has(leaf)),
  };
}

/** A gate the desk knows; of any other nothing is taken, so that all of it stays among the further entries. */
function toldGate(read: ReturnType<typeof reader>, at: string): readonly ToldGate[] {
  const way: Way = ['gates', at];
  const id = read.word(gateIds, [...way, 'id']);
  const kind = read.word(kinds, [...way, 'kind']);
  const outcome = read.word(outcomes, [...way, 'outcome']);
  if (id === undefined || kind === undefined || outcome === undefined) return [];
  const whole = read.at([...way, 'detail']);
  read.take(id[0], kind[0], outcome[0], JSON.stringify(whole?.value) === '{}' ? whole : undefined);
  const details = Object.entries(gateDetails[id[1]]).flatMap(([name, told]) =>
    read.told(told, [...way, 'detail', name]),
  );
  return [{ at, id: id[1], kind: kind[1], outcome: outcome[1], details }];
}

/** Sorts the evidence of a bundle, which may come from anybody and from a newer version, by what the desk can say of it. */
export function toldEvidence(evidence: unknown): ToldEvidence {
  const leaves = leavesOf(evidence);
  const read = reader(leaves);
  const blocks = evidenceTable.map(({ title, entries }) => ({
    title,
    entries: entries.flatMap((entry) => read.told(entry, entry.path.split('.'))),
  }));
  const numbered = leaves.flatMap(({ way }) => (way[0] === 'gates' && way[1] !== undefined ? [way[1]] : []));
  const gates = [...new Set(numbered)].flatMap((at) => toldGate(read, at));
  return { blocks: blocks.filter(({ entries }) => entries.length > 0), gates, further: read.rest() };
}
