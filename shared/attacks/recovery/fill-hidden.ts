import type { Steps } from '../../protect/secondary/steps.ts';
import { binsOf, type RecoveryRelease } from './recovery-release.ts';

/**
 * What an attacker puts where figures are hidden: each zone's figures continued in time between those that are shown, kept between
 * the least and the most that can be hidden; then, where everyone is in some zone in every bin, all that are hidden in a bin brought by one
 * factor as near to what the shown leave over as those limits allow.
 */
export function* fillHidden(release: RecoveryRelease): Steps<Float64Array> {
  const { zones, figures, rule, persons } = release;
  const limits = { least: rule.isZeroShown ? 1 : 0, most: Math.max(rule.minimumPersons - 1, 0) };
  const filled = figures.slice();
  for (let zone = 0; zone < zones; zone++) {
    continueInTime(filled, zone, release);
    if (zone % 32 === 0) yield;
  }
  for (let bin = 0; bin < binsOf(release); bin++) {
    const hidden: number[] = [];
    for (let at = bin * zones; at < (bin + 1) * zones; at++) {
      if (!Number.isNaN(figures[at])) continue;
      hidden.push(at);
      filled[at] = within(filled[at] ?? 0, limits);
    }
    const shown = figures.subarray(bin * zones, (bin + 1) * zones);
    const left = persons - shown.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
    if (release.isEveryoneSeen) scaleHidden(filled, hidden, Math.max(left, 0), limits);
    if (bin % 8 === 0) yield;
  }
  return filled;
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

function within(value: number, { least, most }: Limits): number {
  return Math.min(Math.max(value, least), most);
}

/** Where a zone is never shown: hardly anybody. */
const neverShown = 0.1;

function continueInTime(
  filled: Float64Array,
  zone: number,
  { zones, figures, ...release }: RecoveryRelease,
): void {
  const valueAt = (bin: number): number => figures[bin * zones + zone] ?? 0;
  const bins = binsOf(release);
  const fill = (from: number, to: number, valueOf: (bin: number) => number): void => {
    for (let bin = from; bin < to; bin++) filled[bin * zones + zone] = valueOf(bin);
  };
  let last = -1;
  for (let bin = 0; bin < bins; bin++) {
    const value = valueAt(bin);
    if (Number.isNaN(value)) continue;
    const [before, since] = [last < 0 ? value : valueAt(last), last];
    fill(last + 1, bin, (at) => before + ((at - since) / (bin - since)) * (value - before));
    last = bin;
  }
  const end = last < 0 ? neverShown : valueAt(last);
  fill(last + 1, bins, () => end);
}

const roundsOfScaling = 20;

function scaleHidden(filled: Float64Array, hidden: readonly number[], left: number, limits: Limits): void {
  for (let round = 0; round < roundsOfScaling; round++) {
    const now = hidden.reduce((sum, at) => sum + (filled[at] ?? 0), 0);
    if (now <= 0 || Math.abs(now - left) < 0.5) return;
    const factor = left / now;
    for (const at of hidden) filled[at] = within((filled[at] ?? 0) * factor, limits);
  }
}
