import { Refusal } from '../../base/failure.ts';
import type { Guarantee } from '../../recipe/guarantee.ts';

/** What was done to the counts of a release, and the label it is to bear if one was asked for. */
export interface Protection {
  readonly noise: 'none' | 'cellKey' | 'discreteGaussian';
  /** What the threshold looks at: the raw persons or the count with noise. */
  readonly threshold: 'raw' | 'noisy';
  /** Whether each person was kept within the declared limits before counting. */
  readonly contributionsLimited: boolean;
  /** Whether an exact figure about the raw data leaves with the release. */
  readonly exactFigures: boolean;
  readonly label?: Guarantee['kind'];
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

/**
 * The one guarantee a release may claim. Refuses what mixes the two: `raw-threshold-with-noise`, `noise-without-limits`,
 * `exact-figures-with-noise`, `noisy-threshold-without-noise`, and `label-not-earned` where differential privacy is asked
 * for and the noise is none of it.
 */
export function guaranteeOf(protection: Protection): Guarantee['kind'] {
  const earned = protection.noise === 'discreteGaussian' ? 'differentialPrivacy' : 'classical';
  const fault = faultOf(protection, earned);
  if (fault) throw new Refusal(fault.code, fault.message);
  return earned;
}

function faultOf(protection: Protection, earned: Guarantee['kind']): Fault | undefined {
  const isClaimed = protection.label === 'differentialPrivacy' || earned === 'differentialPrivacy';
  if (!isClaimed) {
    return protection.threshold === 'noisy'
      ? {
          code: 'noisy-threshold-without-noise',
          message:
            'The threshold of a classical release looks at raw distinct persons: choose the raw threshold.',
        }
      : undefined;
  }
  return [
    {
      holds: protection.threshold === 'noisy',
      code: 'raw-threshold-with-noise',
      message:
        'A threshold on raw counts is not differentially private, whatever noise follows: put the threshold on the noisy count, or call the release classical.',
    },
    {
      holds: earned === 'differentialPrivacy',
      code: 'label-not-earned',
      message:
        'Only exact discrete noise within a budget is differentially private: call the release classical.',
    },
    {
      holds: protection.contributionsLimited,
      code: 'noise-without-limits',
      message:
        'Differential privacy needs a limit on what one person contributes: set the most groups per person.',
    },
    {
      holds: !protection.exactFigures,
      code: 'exact-figures-with-noise',
      message:
        'An exact figure about the raw data may not leave beside noise: remove it, or call the release classical.',
    },
  ].find(({ holds }) => !holds);
}
