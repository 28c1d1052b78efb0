import { describe, expect, it } from 'vitest';
import { binSeconds } from '../../../renderer/desk/features/inspect/bin-seconds.ts';
import {
  bundleStrip,
  bundleZoneProfile,
  bundleZoneValues,
} from '../../../renderer/desk/features/inspect/bundle-values.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Contents } from '../../../renderer/desk/features/inspect/bundle-values.ts';

const zone = (zoneId: string) => ({ zoneId, name: zoneId, polygons: [] });
const start = 1_777_845_600; // 2026-05-03T22:00:00Z, midnight in Berlin

/** Zone a: 40 + 50 at bin 0, hidden at bin 1. Zone b: one class hidden, one at 60, in bin 1. Zone c: nobody, stated. Zone d: silent. */
const contents: Contents = {
  releaseId: 'r',
  organisation: 'o',
  recipe: presets.conservative,
  policy: builtInPolicies.default,
  evidence: {},
  zones: ['a', 'b', 'c', 'd'].map(zone),
  classes: [{ gender: 'female' }, { gender: 'male' }],
  starts: Int32Array.of(start, start + 3600),
  rowZone: Int32Array.of(0, 0, 0, 1, 1, 2),
  rowBin: Int32Array.of(0, 0, 1, 1, 1, 0),
  rowClass: Int32Array.of(0, 1, 0, 0, 1, 0),
  rowPersons: Int32Array.of(40, 50, -1, -1, 60, 0),
  rowStatus: Uint8Array.of(0, 0, 1, 1, 0, 2),
};
const listed: Contents = {
  ...contents,
  recipe: { ...contents.recipe, suppressedGroups: 'list', zeroGroups: 'shown' },
};
const [empty, suppressed, published] = [0, 1, 2];

describe('values of an opened bundle', () => {
  it('sums published figures and never counts the mark of a hidden one', () => {
    expect([...bundleZoneValues(contents, 'total').values]).toEqual([90, 60, 0, 0]);
    expect([...bundleZoneValues(contents, 1).values]).toEqual([0, 60, 0, 0]);
    expect([...bundleStrip(contents).values]).toEqual([90, 60]);
  });

  it('takes silence for hidden unless the table tells both apart', () => {
    expect([...bundleZoneValues(contents, 'total').states]).toEqual([
      published,
      published,
      empty,
      suppressed,
    ]);
    expect([...bundleZoneValues(listed, 'total').states]).toEqual([published, published, empty, empty]);
    expect([...bundleZoneValues(contents, 1).states]).toEqual([
      suppressed,
      published,
      suppressed,
      suppressed,
    ]);
  });

  it('tells of one zone its series, hidden groups and groups at a bin', () => {
    expect(bundleZoneProfile(contents, 1, 1)).toEqual({
      zone: 1,
      states: Uint8Array.of(suppressed, published),
      values: Int32Array.of(0, 60),
      publishedGroups: 1,
      suppressedGroups: 1,
      groups: [{ gender: 'female' }, { gender: 'male', persons: 60 }],
    });
  });

  it('finds the longer day of a clock change by the start of the next', () => {
    const day = Math.floor(Date.UTC(2026, 9, 24, 22) / 1000); // 25 October 2026 in Berlin has 25 hours
    const starts = Int32Array.of(day, day + 25 * 3600, day + 10 * 86_400);
    expect([...binSeconds(starts, 'day', 'Europe/Berlin')]).toEqual([25 * 3600, 86_400, 86_400]);
    const night = Math.floor(Date.UTC(2026, 4, 4, 20) / 1000); // 22:00 in Berlin
    expect([...binSeconds(Int32Array.of(night), 'daypart', 'Europe/Berlin')]).toEqual([8 * 3600]);
  });
});
