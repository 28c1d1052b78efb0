import type { ProtectionReport } from '../../shared/ipc/protection.ts';
import type { Guarantee } from '../../shared/recipe/guarantee.ts';

/** What protection made of every table, and what a reader can work out about hidden groups, as lines of the command line. */
export function protectionText(
  { tables, audit, extrapolation }: Pick<ProtectionReport, 'tables' | 'audit' | 'extrapolation'>,
  guarantee: Guarantee,
): string {
  const lines = tables.map(({ product, groups, published, primary, secondary }) => {
    const hidden = `${primary} hidden for too few, ${secondary} to protect others`;
    return `  ${product.padEnd(10)} ${published} of ${groups} groups published; ${hidden}`;
  });
  const { exact, narrow, safe, notTested, wholeBlocks } = audit;
  const audited =
    guarantee.kind === 'classical'
      ? `audit      ${exact} exact, ${narrow} too narrow, ${safe} safe, ${notTested} not tested; ${wholeBlocks} blocks hidden whole`
      : 'audit      none: every figure bears noise, no hidden group can be worked out from sums';
  return ['tables', ...lines, audited, ...weightLines(extrapolation)].join('\n');
}

function weightLines(extrapolation: ProtectionReport['extrapolation']): readonly string[] {
  if (extrapolation === undefined) return [];
  const { effectiveSampleSize, trimmedPercent, lowestWeight, highestWeight } = extrapolation;
  const range = lowestWeight === undefined ? '' : `, weights ${lowestWeight} to ${highestWeight}`;
  return [
    `weights    effective sample size ${effectiveSampleSize}${range}; ${trimmedPercent} % of customers cut`,
  ];
}
