/** What a random number is drawn for. The numbers are part of the output: never renumber. */
export const purpose = {
  districtShape: 1,
  borderBend: 2,
  street: 3,
  site: 4,
  pseudonym: 10,
  traits: 11,
  places: 12,
  objection: 13,
  secondSim: 14,
  holder: 15,
  consent: 16,
  personId: 17,
  dayPlan: 20,
  eventTime: 21,
  eventDetail: 22,
  fault: 23,
  burst: 24,
} as const;

/** A 32-bit bijection with good avalanche (the finaliser of MurmurHash3); takes and gives unsigned integers. */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * A stream of random numbers that is addressed, not consumed: number `index` of (`seed`, `subject`, `purpose`) is the same
 * whoever else was asked before. The state is 64 bits in two halves, as in splitmix64, with 32-bit arithmetic only.
 */
export interface Stream {
  readonly high: number;
  readonly low: number;
}

/** The stream of one subject (a person, a district, a site) for one purpose. All arguments are 32-bit integers. */
export function stream(seed: number, subject: number, use: number): Stream {
  const a = mix32(seed ^ Math.imul(use, 0x9e3779b9));
  const b = mix32(subject + Math.imul(use, 0x7f4a7c15));
  return { high: mix32(a + Math.imul(b, 0x2545f491)), low: mix32(b ^ mix32(a ^ 0x5bd1e995)) };
}

/** Number `index` of a stream: an unsigned 32-bit integer. */
export function draw(from: Stream, index: number): number {
  return mix32(mix32(from.low + Math.imul(index + 1, 0x9e3779b9)) ^ from.high);
}

/** Number `index` of a stream scaled to 0 to `limit` - 1; `limit` is at most 65,536. */
export function drawBelow(from: Stream, index: number, limit: number): number {
  return Math.floor(((draw(from, index) >>> 8) * limit) / 0x1000000);
}

/** Number `index` of a stream scaled to -1 (included) to 1 (excluded), in steps of 2^-23. */
export function drawSigned(from: Stream, index: number): number {
  return (draw(from, index) >>> 8) / 0x800000 - 1;
}
