import { lookBetween, type EarlierRelease } from '../../ledger/compare-releases.ts';
import type { Finding } from '../../ledger/finding.ts';
import { gridOf } from '../../ledger/grid.ts';
import type { Released } from '../../ledger/released.ts';
import type { Steps } from '../../ledger/steps.ts';
import { lookWithin } from '../../ledger/within-release.ts';
import { areasLieApart, zoneLine, zoneMapsDiffer } from '../../ledger/zone-map.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { findingKinds, type DifferencingFinding, type FindingKind, type FoundSliver } from './finding.ts';
import { lookAtSums, type SumLimits, type SumTally } from './sums.ts';
import { lookAtTables, type PairSink, type Side } from './table-pairs.ts';
import type { OtherMap } from './zone-elements.ts';
import { overlayMaps, type MapOverlay } from './zone-overlay.ts';

/** A candidate or any bundle, and the releases of overlapping periods that a reader may have too. */
export interface DifferencingSubject {
  readonly candidate: Released;
  readonly earlier: readonly EarlierRelease[];
}

/** Limits that a run reports. */
export interface DifferencingOptions extends SumLimits {
  /** Findings kept of each kind; all are counted. */
  readonly mostFindings: number;
}

/** Enough for the demonstration city, with an answer in seconds. */
export const differencingDefaults: DifferencingOptions = {
  mostFindings: 200,
  mostClusters: 4000,
  iterationLimit: 2000,
};

/** What was found and how hard it was looked for. All of it follows from bundles alone. */
export interface DifferencingResult {
  readonly findings: readonly DifferencingFinding[];
  /** All findings of each kind, kept or not. */
  readonly count: Readonly<Record<FindingKind, number>>;
  readonly slivers: readonly FoundSliver[];
  readonly pairs: number;
  readonly sums: Readonly<SumTally>;
  /** Zones of two maps laid over each other, and pairs left out for the length of their borders. */
  readonly zonePairs: number;
  readonly zonePairsLeftOut: number;
  /** Ids of the releases held against the candidate; noisy ones have no figures to subtract, those of elsewhere none in common. */
  readonly compared: readonly string[];
}

interface Run {
  readonly subject: DifferencingSubject;
  readonly options: DifferencingOptions;
  readonly findings: DifferencingFinding[];
  readonly count: Record<FindingKind, number>;
  readonly slivers: Map<string, FoundSliver>;
  readonly sink: PairSink;
  pairs: number;
  zonePairs: number;
  zonePairsLeftOut: number;
}

/**
 * The complete subtraction attack on a classical release (Handbook on Statistical Disclosure Control, 2nd ed., chapter 5; common
 * refinement): pairs inside the release, across its tables, across zone maps and against earlier releases; then sums by linear
 * programming. Where noise protects a whole person no difference shows anything, and nothing is looked at.
 */
export function* differencing(
  subject: DifferencingSubject,
  solver: LinearSolver,
  options: DifferencingOptions = differencingDefaults,
): Generator<{ readonly done: number; readonly total: number }, DifferencingResult> {
  const run = startRun(subject, options);
  const earlier = isExact(subject.candidate)
    ? subject.earlier.filter(
        ({ released }) => isExact(released) && !areasLieApart(released.zones, subject.candidate.zones),
      )
    : [];
  const sums: SumTally = { clusters: 0, notTried: 0, components: 0, gaveUp: 0, contradicted: 0 };
  const phases = isExact(subject.candidate) ? phasesOf(run, { earlier, solver, sums }) : [];
  for (const [done, phase] of phases.entries()) for (const _ of phase) yield { done, total: phases.length };
  return {
    findings: run.findings,
    count: run.count,
    slivers: [...run.slivers.values()],
    pairs: run.pairs,
    sums,
    zonePairs: run.zonePairs,
    zonePairsLeftOut: run.zonePairsLeftOut,
    compared: earlier.map(({ id }) => id),
  };
}

function isExact({ recipe }: Released): boolean {
  return recipe.guarantee.kind === 'classical';
}

function startRun(subject: DifferencingSubject, options: DifferencingOptions): Run {
  const run: Run = {
    subject,
    options,
    findings: [],
    count: { nested: 0, products: 0, earlier: 0, 'zone-maps': 0, sums: 0 },
    slivers: new Map(),
    sink: { found: (finding) => keep(run, finding), tried: () => void (run.pairs += 1) },
    pairs: 0,
    zonePairs: 0,
    zonePairsLeftOut: 0,
  };
  return run;
}

function keep(run: Run, finding: DifferencingFinding): void {
  run.count[finding.kind] += 1;
  keepSliver(run, finding);
  if (run.count[finding.kind] <= run.options.mostFindings) run.findings.push(finding);
}

function keepSliver({ slivers }: Run, { sliver, earlier, larger }: DifferencingFinding): void {
  if (sliver === undefined || earlier === undefined) return;
  const isLargerEarlier = larger?.release !== undefined;
  const key = [earlier, isLargerEarlier, sliver.without, sliver.zone].join(' ');
  slivers.set(key, { ...sliver, earlier, isLargerEarlier });
}

interface Rest {
  readonly earlier: readonly EarlierRelease[];
  readonly solver: LinearSolver;
  readonly sums: SumTally;
}

function phasesOf(run: Run, { earlier, solver, sums }: Rest): readonly Steps<void>[] {
  const { candidate } = run.subject;
  const onSameMap = earlier.filter(({ released }) => !zoneMapsDiffer(released, candidate));
  const onOtherMaps = earlier.filter(({ released }) => zoneMapsDiffer(released, candidate));
  const line = zoneLine(
    [...onSameMap.flatMap(({ released }) => released.zones), ...candidate.zones],
    candidate.recipe.zones,
  );
  const own = sidesOf(candidate, line);
  const others = onSameMap.map(({ id, released }) => sidesOf(released, line, id));
  const otherMaps: OtherMap[] = [];
  return [
    within(run),
    ...onSameMap.map((release) => against(run, release)),
    acrossProducts(run, own, own),
    ...others.flatMap((sides) => [acrossProducts(run, own, sides), acrossProducts(run, sides, own)]),
    ...onOtherMaps.map((release) => acrossMaps(run, own, release, otherMaps)),
    sumsOf(run, { own, others: others.flat(), otherMaps }, { solver, sums }),
  ];
}

function sidesOf(released: Released, line: ReturnType<typeof zoneLine>, id?: string): readonly Side[] {
  return released.tables.map((table) => ({
    grid: gridOf(released, table, line),
    ...(id !== undefined && { id }),
  }));
}

function* within(run: Run): Steps<void> {
  keepAll(run, 'nested', yield* lookWithin(run.subject.candidate, run.sink.tried));
}

function* against(run: Run, release: EarlierRelease): Steps<void> {
  keepAll(run, 'earlier', yield* lookBetween(release, run.subject.candidate, run.sink.tried));
}

function keepAll(run: Run, kind: FindingKind, findings: readonly Finding[]): void {
  for (const finding of findings) keep(run, { ...finding, kind });
}

/** Figures of `inner` inside figures of other products of `outer`. */
function* acrossProducts(run: Run, inner: readonly Side[], outer: readonly Side[]): Steps<void> {
  for (const part of inner)
    for (const whole of outer)
      if (part.grid.table.product !== whole.grid.table.product)
        yield* lookAtTables({ inner: part, outer: whole, kind: 'products' }, run.sink);
}

function* acrossMaps(
  run: Run,
  own: readonly Side[],
  { id, released }: EarlierRelease,
  otherMaps: OtherMap[],
): Steps<void> {
  const overlay = yield* overlayMaps(run.subject.candidate, released);
  run.zonePairs += overlay.compared;
  run.zonePairsLeftOut += overlay.leftOut;
  const sides = sidesOf(released, zoneLine(released.zones, released.recipe.zones), id);
  const [to] = own;
  if (to) otherMaps.push({ sides, to, inTo: overlay.secondInFirst, ofTo: overlay.firstInSecond });
  for (const mine of own)
    for (const theirs of sides) {
      yield* lookAtMaps(run, [mine, theirs], overlay, overlay.firstInSecond);
      yield* lookAtMaps(run, [theirs, mine], overlay, overlay.secondInFirst);
    }
}

function lookAtMaps(
  run: Run,
  [inner, outer]: readonly [Side, Side],
  { sliverOf }: MapOverlay,
  zone: MapOverlay['firstInSecond'],
): Steps<void> {
  const other = otherHolders([inner, outer], zone);
  return lookAtTables(
    { inner, outer, kind: 'zone-maps', sliverOf, holders: { zone, ...(other && { other }) } },
    run.sink,
  );
}

/** Homes and destinations of two maps: zones as they lie in each other; unknown homes in themselves; all in all homes. */
function otherHolders(
  [inner, outer]: readonly [Side, Side],
  zone: MapOverlay['firstInSecond'],
): MapOverlay['firstInSecond'] | undefined {
  const [product, ofOuter] = [inner.grid.table.product, outer.grid.table.product];
  if (product !== ofOuter || (product !== 'flows' && product !== 'catchment')) return undefined;
  if (product === 'flows') return zone;
  const unknown = outer.grid.released.zones.length;
  const all = { value: unknown + 1, further: true };
  return [
    ...zone.map((holders) => [...holders, all]),
    [{ value: unknown, further: false }, all],
    [{ value: unknown + 1, further: false }],
  ];
}

interface Sides {
  readonly own: readonly Side[];
  readonly others: readonly Side[];
  readonly otherMaps: readonly OtherMap[];
}

function* sumsOf(
  run: Run,
  { own, others, otherMaps }: Sides,
  { solver, sums }: Pick<Rest, 'solver' | 'sums'>,
): Steps<void> {
  const onLine = [...own, ...others];
  const search = {
    sides: [...onLine, ...otherMaps.flatMap(({ sides }) => sides)],
    zones: { onLine, onOtherMaps: otherMaps },
    solver,
    limits: run.options,
    found: run.sink.found,
  };
  yield* lookAtSums(search, sums);
}

/** Whether anything was found. */
export function foundAnything({ count }: DifferencingResult): boolean {
  return findingKinds.some((kind) => count[kind] > 0);
}
