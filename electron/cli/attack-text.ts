import type { AttackReport } from '../../shared/evidence/attack-report.ts';
import type { AttackName } from '../../shared/policy/attack-limits.ts';
import type { BundleAttackReport } from '../../shared/workflow/attacks/attack-bundle.ts';

const words = { pass: 'ok         ', fail: 'FAILED     ', notTested: 'NOT TESTED ' } as const;

/** Attacks on a bundle alone, one line each, and below it what its signer attests. */
export function attackText(reports: readonly BundleAttackReport[], policy: string): string {
  const lines = reports.flatMap(({ report, attested }) => [
    `${words[report.outcome]}${report.attack}: ${sentences[report.attack](report)}${reasonText(report)}`,
    ...(attested && report.outcome === 'notTested' ? [attestedText(attested)] : []),
  ]);
  return [`attacks on the bundle alone, by the policy ${policy}`, ...lines, ''].join('\n');
}

function attestedText({
  outcome,
  reason,
  measured,
  limit,
}: NonNullable<BundleAttackReport['attested']>): string {
  const told = [
    ...(reason === undefined ? [] : [reason]),
    ...(measured === undefined ? [] : [`${measured} measured`]),
    ...(limit === undefined ? [] : [`at most ${limit} allowed`]),
  ];
  return `             the signer attests: ${outcome}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}

const reasons: Readonly<Record<string, string>> = {
  'needs-raw-data': 'needs raw data',
  'places-not-told': 'which zones hold sensitive places no bundle tells',
  'solver-gave-up': 'the solver gave up on some',
  'figures-contradict': 'some figures contradict each other',
};

function reasonText({ reason }: AttackReport): string {
  return reason === undefined ? '' : ` (${reasons[reason] ?? reason})`;
}

type Say = (report: AttackReport) => string;

const value = ({ figures }: AttackReport, name: string): string => shortNumber(figures[name] ?? 0);

function shortNumber(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}

const onRawData: Say = () => 'scored on the extract only';

const sentences: Readonly<Record<AttackName, Say>> = {
  'small-groups': (report) =>
    `${value(report, 'below')} of ${value(report, 'published')} published figures certainly stand for fewer than ${report.parameters['minimumPersons']}`,
  'recoverable-blanks': (report) =>
    `${value(report, 'exact')} hidden figures follow exactly, ${value(report, 'narrow')} too narrowly, ${value(report, 'safe')} do not, ${value(report, 'notTested')} not tested`,
  subtraction: (report) =>
    `${value(report, 'found')} small groups by subtraction, from ${value(report, 'pairs')} pairs, sums of ${value(report, 'sums')} and ${report.parameters['compared'] ?? 0} earlier bundles`,
  'whole-groups': (report) =>
    `${value(report, 'found')} facts about everybody of a group; the highest lift of any zone is ${value(report, 'highestLift')}`,
  membership: onRawData,
  recovery: onRawData,
  reconstruction: onRawData,
  promise: (report) =>
    report.figures['epsilon'] === undefined
      ? 'exact figures promise nothing on paper'
      : `epsilon ${value(report, 'epsilon')} per person and release, at most ${report.limit} allowed${perEvent(report)}`,
  usefulness: (report) =>
    `${value(report, 'published')} figures published${
      report.figures['largestTypicalError'] === undefined
        ? ''
        : `; half of them are off by at most ${shortNumber(100 * (report.figures['largestTypicalError'] ?? 0))} %`
    }`,
};

function perEvent(report: AttackReport): string {
  return report.figures['perGroupEpsilon'] === undefined
    ? ''
    : `; for one event it would read ${value(report, 'perGroupEpsilon')}, which promises no person anything`;
}
