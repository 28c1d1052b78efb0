import { gateIds, type GateResult } from '../../../../shared/evidence/gate.ts';
import { attackFromEvidence } from '../../language/attack-from-evidence.ts';
import { recoveryRows } from '../../language/attack-figures.ts';
import { gateDetails } from '../../language/gate-details.ts';
import { fits, type Told } from '../../language/reading.ts';
import { leavesOf, type Leaf } from './evidence-leaves.ts';
import { evidenceTable } from './evidence-table.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

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
  readonly attacks: readonly AttackReport[];
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
    takeUnder: (way: Way) =>
      leaves.filter((leaf) => way.every((key, i) => leaf.way[i] === key)).forEach((leaf) => taken.add(leaf)),
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

/** Whether a report tells how much was followed right. */
function hasRecovery({ attack, figures }: AttackReport): boolean {
  return attack === 'recovery' && Object.keys(figures).some((name) => /(allHours|away)$/i.test(name));
}

/**
 * Attacks the desk knows, as their reports. What following people came to is told with all its baselines or stays among the
 * further entries.
 */
function toldAttacks(read: ReturnType<typeof reader>, evidence: unknown): readonly AttackReport[] {
  const list =
    typeof evidence === 'object' && evidence !== null && 'attacks' in evidence ? evidence.attacks : [];
  if (!Array.isArray(list)) return [];
  if (list.length === 0) read.take(read.at(['attacks']));
  return list.flatMap((one: unknown, at) => {
    const data = attackFromEvidence(one);
    if (data === undefined) return [];
    const isWhole = !hasRecovery(data) || recoveryRows(data).length > 0;
    if (!isWhole) return [];
    read.takeUnder(['attacks', `${at}`]);
    return [data];
  });
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
  const attacks = toldAttacks(read, evidence);
  const shown = blocks.filter(({ entries }) => entries.length > 0);
  return { blocks: shown, gates, attacks, further: read.rest() };
}
