import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { nearestFirst } from '../../../../shared/attacks/recovery/nearest-first.ts';
import { transport, type Load, type Shipment } from '../../../../shared/attacks/recovery/transport.ts';

const random = seededRandom('transport', 'test');

function units({ zones, amounts }: Load): readonly number[] {
  return zones.flatMap((zone, at) => Array.from({ length: amounts[at] ?? 0 }, () => zone));
}

const scattered = (from: number, to: number): number => (from * 13 + to * 29) % 31;

/** Every way to give each unit of the smaller side a unit of the larger one. */
function leastCost(sources: Load, sinks: Load, distance: (from: number, to: number) => number): number {
  const [from, to] = [units(sources), units(sinks)];
  const isTurned = from.length > to.length;
  const [few, many] = isTurned ? [to, from] : [from, to];
  const best = (at: number, taken: ReadonlySet<number>): number => {
    const one = few[at];
    if (one === undefined) return 0;
    let least = Infinity;
    for (const [place, other] of many.entries()) {
      if (taken.has(place)) continue;
      const cost = isTurned ? distance(other, one) : distance(one, other);
      least = Math.min(least, cost + best(at + 1, new Set([...taken, place])));
    }
    return least;
  };
  return best(0, new Set());
}

function load(first: number, zones: number): Load {
  const list = Array.from({ length: zones }, (_, at) => first + at);
  return { zones: list, amounts: list.map(() => 1 + random.below(2)) };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function costOf(shipments: readonly Shipment[], distance: (from: number, to: number) => number): number {
  return sumOf(shipments.map(({ from, to, amount }) => amount * distance(from, to)));
}

describe('transport', () => {
  it('costs as little as the best of all ways, whichever side is larger', () => {
    for (let trial = 0; trial < 60; trial++) {
      const [sources, sinks] = [load(0, 1 + random.below(3)), load(10, 1 + random.below(4))];
      const table = Float64Array.from({ length: 400 }, () => random.below(50));
      const distance = (from: number, to: number): number => table[from * 20 + to] ?? 0;
      const found = transport(sources, sinks, distance);
      expect(costOf(found, distance)).toBeCloseTo(leastCost(sources, sinks, distance), 9);
      const served = sumOf(found.map(({ amount }) => amount));
      expect(served).toBe(Math.min(sumOf(sources.amounts), sumOf(sinks.amounts)));
    }
  });

  it('takes from no zone more than waits there and brings to none more than has room', () => {
    const [sources, sinks] = [load(0, 30), load(30, 25)];
    const found = transport(sources, sinks, (from, to) => Math.abs(from * 7 - to * 3) % 11);
    for (const [at, zone] of sources.zones.entries()) {
      const sent = sumOf(found.filter(({ from }) => from === zone).map(({ amount }) => amount));
      expect(sent).toBeLessThanOrEqual(sources.amounts[at] ?? 0);
    }
    for (const [at, zone] of sinks.zones.entries()) {
      const come = sumOf(found.filter(({ to }) => to === zone).map(({ amount }) => amount));
      expect(come).toBeLessThanOrEqual(sinks.amounts[at] ?? 0);
    }
  });

  it('is never dearer than the shortest way first, which serves as many', () => {
    const [sources, sinks] = [load(0, 12), load(12, 12)];
    const [best, quick] = [transport(sources, sinks, scattered), nearestFirst(sources, sinks, scattered)];
    expect(sumOf(quick.map(({ amount }) => amount))).toBe(sumOf(best.map(({ amount }) => amount)));
    expect(costOf(best, scattered)).toBeLessThanOrEqual(costOf(quick, scattered));
  });
});
