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

interface Rule {
  readonly code: string;
  readonly holds: (protection: Protection) => boolean;
  readonly message: string;
}

/**
 * The one guarantee a release may claim; the one its noise is meant for where no label is asked for. Refuses what mixes the
 * two: `raw-threshold-with-noise`, `label-not-earned`, `noise-without-limits` and `exact-figures-with-noise` for differential
 * privacy, `noisy-threshold-on-classical` for the classical path.
 */
export function guaranteeOf(protection: Protection): Guarantee['kind'] {
  const meant = protection.noise === 'discreteGaussian' ? 'differentialPrivacy' : 'classical';
  const claimed = protection.label ?? meant;
  const fault = rules[claimed].find(({ holds }) => !holds(protection));
  if (fault) throw new Refusal(fault.code, fault.message);
  return claimed;
}

const rules: Readonly<Record<Guarantee['kind'], readonly Rule[]>> = {
  classical: [
    {
      code: 'noisy-threshold-on-classical',
      holds: ({ threshold }) => threshold === 'raw',
      message:
        'The threshold of a classical release looks at raw distinct persons: choose the raw threshold.',
    },
  ],
  differentialPrivacy: [
    {
      code: 'raw-threshold-with-noise',
      holds: ({ threshold }) => threshold === 'noisy',
      message:
        'A threshold on raw counts is not differentially private, whatever noise follows: put the threshold on the noisy count, or call the release classical.',
    },
    {
      code: 'label-not-earned',
      holds: ({ noise }) => noise === 'discreteGaussian',
      message:
        'Only exact discrete noise within a budget is differentially private: call the release classical.',
    },
    {
      code: 'noise-without-limits',
      holds: ({ contributionsLimited }) => contributionsLimited,
      message:
        'Differential privacy needs a limit on what one person contributes: set the most groups per person.',
    },
    {
      code: 'exact-figures-with-noise',
      holds: ({ exactFigures }) => !exactFigures,
      message:
        'An exact figure about the raw data may not leave beside noise: remove it, or call the release classical.',
    },
  ],
};
