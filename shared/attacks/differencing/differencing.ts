import { lookBetween, type EarlierRelease } from '../../ledger/compare-releases.ts';
import type { Finding } from '../../ledger/finding.ts';
import { gridOf } from '../../ledger/grid.ts';
import type { Released } from '../../ledger/released.ts';
import type { Steps } from '../../ledger/steps.ts';
import { lookWithin } from '../../ledger/within-release.ts';
import { areasLieApart, zoneLine, zoneMapsDiffer } from '../../ledger/zone-map.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { findingKinds, type DifferencingFinding, type FindingKind, type FoundSliver } from './finding.ts';
import { keptFindings, type KeptFindings } from './kept-findings.ts';
import { lookAtMaps } from './map-pairs.ts';
import { lookAtSums, type SumLimits, type SumTally } from './sums.ts';
import { lookAtTables, type Side } from './table-pairs.ts';
import type { OtherMap } from './zone-elements.ts';
import { overlayMaps } from './zone-overlay.ts';

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
  readonly kept: KeptFindings;
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
  const run: Run = {
    subject,
    options,
    kept: keptFindings(options.mostFindings),
    zonePairs: 0,
    zonePairsLeftOut: 0,
  };
  const earlier = isExact(subject.candidate)
    ? subject.earlier.filter(
        ({ released }) => isExact(released) && !areasLieApart(released.zones, subject.candidate.zones),
      )
    : [];
  const sums: SumTally = { clusters: 0, notTried: 0, components: 0, gaveUp: 0, contradicted: 0 };
  const phases = isExact(subject.candidate) ? phasesOf(run, { earlier, solver, sums }) : [];
  for (const [done, phase] of phases.entries()) for (const _ of phase) yield { done, total: phases.length };
  const { findings, count, slivers, pairs } = run.kept;
  return {
    findings,
    count,
    slivers: [...slivers.values()],
    pairs,
    sums,
    zonePairs: run.zonePairs,
    zonePairsLeftOut: run.zonePairsLeftOut,
    compared: earlier.map(({ id }) => id),
  };
}

/** Whether anything was found. */
export function foundAnything({ count }: DifferencingResult): boolean {
  return findingKinds.some((kind) => count[kind] > 0);
}

function isExact({ recipe }: Released): boolean {
  return recipe.guarantee.kind === 'classical';
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
  keepAll(run, 'nested', yield* lookWithin(run.subject.candidate, run.kept.sink.tried));
}

function* against(run: Run, release: EarlierRelease): Steps<void> {
  keepAll(run, 'earlier', yield* lookBetween(release, run.subject.candidate, run.kept.sink.tried));
}

function keepAll(run: Run, kind: FindingKind, findings: readonly Finding[]): void {
  for (const finding of findings) run.kept.sink.found({ ...finding, kind });
}

/** Figures of `inner` inside figures of other products of `outer`. */
function* acrossProducts(run: Run, inner: readonly Side[], outer: readonly Side[]): Steps<void> {
  for (const part of inner)
    for (const whole of outer)
      if (part.grid.table.product !== whole.grid.table.product)
        yield* lookAtTables({ inner: part, outer: whole, kind: 'products' }, run.kept.sink);
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
  yield* lookAtMaps({ first: own, second: sides, overlay }, run.kept.sink);
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
    found: run.kept.sink.found,
  };
  yield* lookAtSums(search, sums);
}
