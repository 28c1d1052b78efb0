/** A share of `of` cases, 0 to 1, with its Wilson 95 % interval (Wilson 1927). */
export interface Share {
  readonly cases: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** The share of cases; everything is possible where there are none to count. */
export function shareOf(cases: number, of: number): Share {
  if (of === 0) return { cases, of, share: 0, low: 0, high: 1 };
  const share = cases / of;
  const weight = 1 / (1 + z ** 2 / of);
  const middle = (share + z ** 2 / (2 * of)) * weight;
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2)) * weight;
  const low = cases === 0 ? 0 : middle - half;
  return { cases, of, share, low, high: cases === of ? 1 : middle + half };
}
