import type { RecoveryRates, RecoveryScored } from './recovery-result.ts';

/** The result as figures of an attack report: rates from 0 to 1, counts whole. No rate stands without its four baselines. */
export function recoveryFigures({
  size,
  allHours,
  awayHours,
  uplift,
}: RecoveryScored): Record<string, number> {
  return {
    ...rates('allHours', allHours),
    ...rates('awayHours', awayHours),
    uplift: uplift.rate,
    upliftLow: uplift.low,
    upliftHigh: uplift.high,
    ...size,
  };
}

function rates(name: string, values: RecoveryRates): Record<string, number> {
  return {
    [`${name}Attack`]: values.attack,
    [`${name}StayHome`]: values.stayHome,
    [`${name}BusiestZone`]: values.busiestZone,
    [`${name}RandomLinking`]: values.randomLinking,
    [`${name}AnchorsOnly`]: values.anchorsOnly,
  };
}
