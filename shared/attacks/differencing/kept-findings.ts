import type { DifferencingFinding, FindingKind, FoundSliver } from './finding.ts';
import type { PairSink } from './table-pairs.ts';

/** What was found so far: the first findings of each kind, all of them counted, and every sliver once. */
export interface KeptFindings {
  readonly findings: readonly DifferencingFinding[];
  readonly count: Readonly<Record<FindingKind, number>>;
  readonly slivers: ReadonlyMap<string, FoundSliver>;
  /** Pairs that were tried. */
  readonly pairs: number;
  readonly sink: PairSink;
}

/** Nothing yet; what goes into the sink is kept, `most` findings of each kind. */
export function keptFindings(most: number): KeptFindings {
  const findings: DifferencingFinding[] = [];
  const count: Record<FindingKind, number> = { nested: 0, products: 0, earlier: 0, 'zone-maps': 0, sums: 0 };
  const slivers = new Map<string, FoundSliver>();
  const found = (finding: DifferencingFinding): void => {
    count[finding.kind] += 1;
    keepSliver(slivers, finding);
    if (count[finding.kind] <= most) findings.push(finding);
  };
  const kept = { findings, count, slivers, pairs: 0, sink: { found, tried: () => void (kept.pairs += 1) } };
  return kept;
}

function keepSliver(
  slivers: Map<string, FoundSliver>,
  { sliver, earlier, larger }: DifferencingFinding,
): void {
  if (sliver === undefined || earlier === undefined) return;
  const isLargerEarlier = larger?.release !== undefined;
  const key = [earlier, isLargerEarlier, sliver.without, sliver.zone].join(' ');
  slivers.set(key, { ...sliver, earlier, isLargerEarlier });
}
