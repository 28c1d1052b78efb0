import type { Check } from '../../../shared/bundle/report.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { verifyFiles } from '../../../shared/bundle/verify-files.ts';
import { untold } from '../../support/told-failures.ts';
import { drawn } from './drawn.ts';
import { codesInside, ownersOf, rememberingCrypto } from './reference.ts';

/** A changed bundle, what was done to it, and the codes one of which must be among those found. */
export interface Change {
  readonly bytes: Uint8Array;
  readonly what: string;
  readonly codes: readonly string[];
}

/** How many changes were tried, and those that were not found as what they are. */
export interface Tried {
  readonly trials: number;
  readonly missed: readonly string[];
}

const mostTold = 100;
const wholeEvery = 20;

/**
 * Verifies every change. One is missed where the bundle is not rejected, where no code fits it, or, among the first hundred, where a
 * failure cannot be told in both languages. What the first stage of the verifier rejects with a code that fits, no later stage can
 * accept: of such changes every twentieth goes through all stages, the others through the first, which is four times faster.
 */
export async function tried(changes: Iterable<Change>, trust: Trust): Promise<Tried> {
  const crypto = rememberingCrypto();
  const missed: string[] = [];
  let trials = 0;
  for (const change of changes) {
    const isWhole = trials < mostTold || trials % wholeEvery === 0;
    if (isWhole || !fits(change, codesOf(verifyFiles(change.bytes, crypto).checks))) {
      const report = await verifyBundle(change.bytes, trust, crypto);
      const found = codesOf(report.checks);
      const isFound = report.outcome === 'rejected' && fits(change, found);
      if (!isFound || (trials < mostTold && untold(report).length > 0))
        missed.push(`${change.what}: ${found.join(', ')}`);
    }
    trials += 1;
    if (trials % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { trials, missed };
}

function codesOf(checks: readonly Check[]): readonly string[] {
  return checks.flatMap((check) => (check.ok ? [] : [check.code]));
}

function fits({ codes }: Change, found: readonly string[]): boolean {
  return codes.some((code) => found.includes(code));
}

/** Flips these bits, counted from the lowest of the first byte, one at a time. Each change lives until the next is asked for. */
export function* flips(bundle: Uint8Array, bits: readonly number[]): Generator<Change> {
  const owners = ownersOf(bundle);
  const bytes = bundle.slice();
  for (const bit of bits) {
    const at = bit >> 3;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
    yield { bytes, what: `bit ${bit} of ${owners[at] ?? 'the archive'}`, codes: codesInside(owners[at]) };
    bytes[at] = bundle[at] ?? 0;
  }
}

/** Puts another byte in the place of a random one, `count` times. Each change lives until the next is asked for. */
export function* substitutions(bundle: Uint8Array, count: number, seed: number): Generator<Change> {
  const owners = ownersOf(bundle);
  const bytes = bundle.slice();
  const next = drawn(seed);
  for (let trial = 0; trial < count; trial += 1) {
    const at = next() % bundle.length;
    bytes[at] = ((bytes[at] ?? 0) + 1 + (next() % 255)) & 255;
    yield { bytes, what: `byte ${at} of ${owners[at] ?? 'the archive'}`, codes: codesInside(owners[at]) };
    bytes[at] = bundle[at] ?? 0;
  }
}

const container = ['E_CONTAINER'];

/** The first bytes only, in each of these lengths. */
export function* truncations(bundle: Uint8Array, lengths: readonly number[]): Generator<Change> {
  for (const length of lengths)
    yield { bytes: bundle.subarray(0, length), what: `the first ${length} bytes`, codes: container };
}

/** Without the byte at each of these places. */
export function* deletions(bundle: Uint8Array, places: readonly number[]): Generator<Change> {
  for (const at of places) {
    const bytes = new Uint8Array(bundle.length - 1);
    bytes.set(bundle.subarray(0, at));
    bytes.set(bundle.subarray(at + 1), at);
    yield { bytes, what: `without byte ${at}`, codes: container };
  }
}

/** With one more, random byte before each of these places. */
export function* insertions(bundle: Uint8Array, places: readonly number[], seed: number): Generator<Change> {
  const next = drawn(seed);
  for (const at of places) {
    const bytes = new Uint8Array(bundle.length + 1);
    bytes.set(bundle.subarray(0, at));
    bytes[at] = next() & 255;
    bytes.set(bundle.subarray(at), at + 1);
    yield { bytes, what: `with a byte before ${at}`, codes: container };
  }
}
