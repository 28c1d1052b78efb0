import type { ExtractRisk, PersonShare } from '../../../shared/ipc/extract-risk.ts';

/** A share in hundredths of 100 persons with a plain interval. */
export function shareOfHundred(cases: number): PersonShare {
  const share = cases / 100;
  return { cases, of: 100, share, low: Math.max(0, share - 0.03), high: Math.min(1, share + 0.03) };
}

const shares = (...cases: readonly number[]) => cases.map(shareOfHundred);

/** A measurement of a week: cells and zones, by the hour and by the day. */
export const extractRisk: ExtractRisk = {
  version: 1,
  seed: 'test',
  persons: 19_354,
  days: 7,
  unicity: {
    persons: 100,
    personsSampled: true,
    places: [
      { kind: 'cell', step: 0, places: 162 },
      { kind: 'zone', step: 0, places: 27 },
    ],
    minutes: [60, 1440],
    surface: [
      { place: 0, time: 0, shares: shares(0, 40, 50, 63, 80, 100) },
      { place: 0, time: 1, shares: shares(0, 3, 15, 27, 40, 48) },
      { place: 1, time: 0, shares: shares(0, 5, 23, 44, 60, 68) },
      { place: 1, time: 1, shares: shares(0, 0, 1, 2, 4, 5) },
    ],
    slopes: [{ known: 1 }, ...[2, 3, 4, 5, 6].map((known) => ({ known, slope: -0.71 }))],
  },
  anonymity: [
    { known: 1, persons: 250, least: 1, twentieth: 4, median: 12, subsetsSampled: false },
    { known: 2, persons: 250, least: 1, twentieth: 1, median: 1, subsetsSampled: true },
  ],
  adversaries: [
    {
      kind: 'uniqueLocation',
      known: 2,
      persons: 250,
      atOne: 0.044,
      atLeastHalf: 0.052,
      aboveFifth: 0.104,
      personsSampled: true,
      instancesSampled: false,
    },
    {
      kind: 'uniqueLocation',
      known: 3,
      persons: 250,
      atOne: 0.452,
      atLeastHalf: 0.56,
      aboveFifth: 0.656,
      personsSampled: true,
      instancesSampled: true,
    },
    {
      kind: 'homeWork',
      known: 2,
      persons: 19_354,
      atOne: 0.145,
      atLeastHalf: 0.267,
      aboveFifth: 0.413,
      personsSampled: false,
      instancesSampled: false,
    },
  ],
  minutes: 60,
  tolerance: 0.1,
  workMilliseconds: 1,
};
