import { describe, expect, it } from 'vitest';
import {
  fixedBaselines,
  randomLinking,
  busiestZones,
} from '../../../../shared/attacks/recovery/baselines.ts';
import { scoreTraces } from '../../../../shared/attacks/recovery/score-traces.ts';
import type { Target } from '../../../../shared/attacks/recovery/targets.ts';
import { zonePlane } from '../../../../shared/attacks/recovery/zone-plane.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

const nights = { binsPerDay: 6, nightBins: 2, zones: 5 };
const plane = zonePlane(Float64Array.from([0, 0, 1, 0, 2, 0, 3, 0, 9, 0]));

function paths(...rows: readonly (readonly number[])[]) {
  return { paths: rows.length, bins: 6, zoneOf: Int16Array.from(rows.flat()) };
}

function target(path: readonly number[], home: number, anchors: readonly number[] = []): Target {
  return { path: Int16Array.from(path), home, anchors };
}

describe('scoreTraces', () => {
  it('expects the mean over traces with the target’s night zone and leaves out bins without a sight', () => {
    const traces = paths([0, 0, 1, 1, 2, 0], [0, 0, 3, 3, 3, 0], [1, 1, 1, 1, 2, 1]);
    const { hits } = ended(scoreTraces([target([0, -1, 1, 1, 2, 0], 0)], traces, nights, plane));
    expect(hits.all[0]).toBe((5 + 2) / 2);
    expect(hits.away[0]).toBe(3 / 2);
  });

  it('takes the nearest night zone where none has the target’s', () => {
    const traces = paths([0, 0, 0, 0, 0, 0], [3, 3, 2, 2, 3, 3]);
    const { hits } = ended(scoreTraces([target([2, 2, 2, 2, 2, 2], 2)], traces, nights, plane));
    expect(hits.all[0]).toBe(2);
  });

  it('prefers traces that agree with further anchors and does not score these', () => {
    const traces = paths([0, 0, 1, 1, 2, 0], [0, 0, 3, 3, 3, 0]);
    const known = [target([0, 0, 1, 1, 2, 0], 0, [2])];
    const { hits, best } = ended(scoreTraces(known, traces, nights, plane));
    expect([hits.all[0], hits.away[0]]).toEqual([5, 2]);
    expect([...(best?.recovered ?? [])]).toEqual([0, 0, 1, 1, 2, 0]);
    expect([best?.awayRight, best?.awayBins]).toEqual([2, 3]);
  });
});

describe('baselines', () => {
  const list = [target([0, 0, 1, 2, -1, 0], 0), target([1, 1, 1, 2, 2, 1], 1, [3])];

  it('stay at home, go where most are, and know no more than the anchors', () => {
    const busiest = ended(
      busiestZones(paths([0, 0, 1, 2, -1, 0], [1, 1, 1, 2, 2, 1], [1, 1, 2, 2, 2, 0]), 5),
    );
    expect([...busiest]).toEqual([1, 1, 1, 2, 2, 0]);
    const found = ended(fixedBaselines(list, busiest, nights));
    expect([...found.stayHome.all]).toEqual([3, 4]);
    expect([...found.stayHome.away]).toEqual([0, 0]);
    expect([...found.busiestZone.all]).toEqual([3, 4]);
    expect([...found.busiestZone.away]).toEqual([2, 1]);
    expect([...found.anchorsOnly.away]).toEqual([0, 1]);
    expect([...found.anchorsOnly.all]).toEqual([3, 4]);
  });

  it('join at random: each zone by its share of the bin', () => {
    const counts = Int32Array.from([3, 1, 0, 0, 0, 2, 2, 0, 0, 0, ...new Int32Array(20)]);
    const { all } = randomLinking([target([0, 1, -1, -1, -1, -1], 0)], counts, 5);
    expect(all[0]).toBe(0.75 + 0.5);
  });
});
