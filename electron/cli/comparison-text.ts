import { isoUtc } from '../../shared/base/calendar.ts';
import type { NamedFigure } from '../../shared/ledger/finding.ts';
import type { ChangedBundle, SignerOfBundle } from '../../shared/workflow/compare-bundles/changed-bundle.ts';
import type { ChangedTable, FigureSpan } from '../../shared/workflow/compare-bundles/changed-tables.ts';
import type { ChangedValue } from '../../shared/workflow/compare-bundles/changed-values.ts';
import type { BundleComparison } from '../../shared/workflow/compare-bundles/compare-bundles.ts';
import type {
  Subtractable,
  SubtractableFinding,
} from '../../shared/workflow/compare-bundles/subtractable.ts';

/** Most findings and zones that are printed one by one. */
const mostPrinted = 10;

const verdicts = {
  nothing: 'NOTHING can be subtracted, as far as was looked',
  something: 'SOMETHING can be subtracted',
  open: 'OPEN: it cannot be excluded that something can be subtracted',
} as const;

/** A comparison of two bundles for people: the verdict first, then what changed, part by part. */
export function comparisonText(comparison: BundleComparison): string {
  const { earlier, later, period, isSameSeries, subtraction } = comparison;
  return [
    verdicts[subtraction.verdict],
    `earlier  ${earlier.releaseId}  ${oneLine(`${earlier.title}, ${earlier.organisation}`)}`,
    `later    ${later.releaseId}  ${oneLine(`${later.title}, ${later.organisation}`)}${isSameSeries ? '' : ' (another series)'}`,
    `period   ${period.earlier.from} to ${period.earlier.to}, then ${period.later.from} to ${period.later.to}: ${period.relation}`,
    ...subtractionLines(subtraction),
    ...valueLines('recipe', comparison.recipe),
    ...valueLines('policy', comparison.policy),
    ...valueLines('software', comparison.software),
    ...zoneLines(comparison),
    ...comparison.tables.flatMap(tableLines),
    ...evidenceLines(comparison),
    `signers  ${signerText(comparison.signers.earlier)}, then ${signerText(comparison.signers.later)}`,
    '',
  ].join('\n');
}

function subtractionLines({ byCode, findings, pairs, sums, sumsNotTried, gaveUp, ...rest }: Subtractable) {
  const counts = Object.entries(byCode).map(([code, count]) => `${count} ${code}`);
  const { periodsOverlap, epsilonTogether } = rest;
  return [
    `looked at ${pairs} pairs of figures and ${sums} sums (${sumsNotTried} not tried, ${gaveUp} without proof)${periodsOverlap ? '' : '; the periods have no moment in common, so each release was looked at alone'}`,
    ...(epsilonTogether === undefined ? [] : [`epsilon of both together: ${epsilonTogether} per person`]),
    ...(counts.length === 0 ? [] : [`found    ${counts.join(', ')}`]),
    ...findings.slice(0, mostPrinted).map((finding) => `         ${findingText(finding)}`),
    ...(findings.length > mostPrinted ? ['         and more; --json lists them'] : []),
  ];
}

function findingText({ code, product, larger, smaller, kind }: SubtractableFinding): string {
  const figures = [larger, smaller].flatMap((one) => (one === undefined ? [] : [figureText(one)]));
  return [code, kind, product, figures.join(' less ')]
    .filter((part) => part !== undefined && part !== '')
    .join(': ');
}

function figureText({ release, group, persons }: NamedFigure): string {
  const { zone, other, start, band, age, gender } = group;
  const time = start === undefined ? undefined : isoUtc(start);
  const words = [zone, other, time, band, age, gender].filter((word) => word !== undefined).join(' / ');
  return `${persons} at ${words}${release === undefined ? '' : ` in ${release}`}`;
}

function valueLines(part: string, values: readonly ChangedValue[]): readonly string[] {
  return values.length === 0
    ? [`${part.padEnd(8)} unchanged`]
    : values.map(({ key, from, to }) => `${part.padEnd(8)} ${key}: ${valueText(from)} -> ${valueText(to)}`);
}

function valueText(value: ChangedValue['from']): string {
  return value === undefined ? '-' : JSON.stringify(value);
}

function zoneLines({ zones }: ChangedBundle): readonly string[] {
  const { added, removed, reshaped, renamed } = zones;
  const told = Object.entries({ added, removed, reshaped, renamed })
    .filter(([, ids]) => ids.length > 0)
    .map(([what, ids]) => {
      const more = ids.length > mostPrinted ? ', ...' : '';
      return `zones    ${ids.length} ${what}: ${ids.slice(0, mostPrinted).join(', ')}${more}`;
    });
  return told.length === 0 ? ['zones    unchanged'] : told;
}

function tableLines({ product, standsIn, groups, figures }: ChangedTable): readonly string[] {
  const head = `table    ${product}${standsIn === 'both' ? '' : ` (only in the ${standsIn} bundle)`}`;
  const { same, raised, lowered, newlyShown, newlyHidden, onlyEarlier, onlyLater } = figures;
  return [
    `${head}: figures ${spanText(figures.earlier)}, then ${spanText(figures.later)}`,
    `         rows of the same group: ${groups.both}; only earlier ${groups.onlyEarlier}, only later ${groups.onlyLater}`,
    `         of figures: ${same} the same, ${raised} raised, ${lowered} lowered, ${newlyShown} newly shown, ${newlyHidden} newly hidden, ${onlyEarlier} only earlier, ${onlyLater} only later`,
  ];
}

function spanText({ count, smallest, median, largest }: FigureSpan): string {
  return count === 0 ? 'none' : `${count} (${smallest} to ${largest}, median ${median})`;
}

function evidenceLines({ evidence: { gates, attacks } }: ChangedBundle): readonly string[] {
  const other = gates.filter(({ earlier, later }) => earlier !== later);
  return [
    ...other.map(({ id, earlier = '-', later = '-' }) => `gate     ${id}: ${earlier} -> ${later}`),
    ...(other.length === 0 ? [`gates    the same ${gates.length} outcomes`] : []),
    ...attacks.map(
      ({ attack, earlier, later }) => `attack   ${attack}: ${endText(earlier)} -> ${endText(later)}`,
    ),
  ];
}

function endText(end: ChangedBundle['evidence']['attacks'][number]['earlier']): string {
  if (end === undefined) return '-';
  return end.measured === undefined ? end.outcome : `${end.outcome} (${end.measured} of ${end.limit ?? '-'})`;
}

function signerText(signers: readonly SignerOfBundle[]): string {
  return signers.length === 0
    ? 'nobody'
    : signers.map(({ signer, role }) => `${signer} (${role})`).join(', ');
}

/** A text of the publisher's without characters that move the cursor. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD');
}
