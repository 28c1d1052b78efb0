import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { homesOf } from '../../../shared/kernel/homes.ts';
import { tieHash } from '../../../shared/kernel/tie-hash.ts';

const midnight = Date.parse('2026-05-03T22:00:00Z') / 1000;
const clock = offsetTable('Europe/Berlin', midnight - 9 * 86_400, midnight + 30 * 86_400);

/** Home of one person with stays `[zone, hour from, hour to]`, hours counted from a local midnight. */
function home(stays: readonly (readonly [number, number, number])[], minimumNights: number, tie = 0): number {
  const column = (value: (stay: readonly [number, number, number]) => number): Int32Array =>
    Int32Array.from(stays, value);
  const rows = {
    person: column(() => 0),
    zone: column(([zone]) => zone),
    from: column(([, from]) => midnight + from * 3600),
    to: column(([, , to]) => midnight + to * 3600),
  };
  return homesOf(rows, clock, { zones: 9, minimumNights, tieOfPerson: Int32Array.of(tie) })[0] ?? NaN;
}

describe('homes', () => {
  it('are where most night slots are, whatever the day says', () => {
    expect(
      home(
        [
          [1, 0, 2],
          [2, 2, 5],
          [1, 6, 22],
        ],
        1,
      ),
    ).toBe(2);
    expect(
      home(
        [
          [1, 0, 3],
          [2, 3, 5],
          [2, 6, 22],
        ],
        1,
      ),
    ).toBe(1);
    expect(home([[1, 6, 22]], 1)).toBe(-1);
    expect(home([[1, 5.999, 6]], 1)).toBe(1);
    expect(home([[1, 22, 22.001]], 1)).toBe(1);
    expect(home([], 1)).toBe(-1);
  });

  it('need nights in the zone itself; one night lasts from 22:00 to 06:00', () => {
    expect(home([[1, 22, 30]], 1)).toBe(1);
    expect(home([[1, 22, 30]], 2)).toBe(-1);
    expect(
      home(
        [
          [1, 22, 30],
          [1, 46, 46.5],
        ],
        2,
      ),
    ).toBe(1);
    expect(
      home(
        [
          [1, 22, 29],
          [2, 29, 30],
          [2, 46, 47],
        ],
        2,
      ),
    ).toBe(2);
  });

  it('count a slot once, however many stays touch it', () => {
    expect(
      home(
        [
          [1, 0, 0.1],
          [1, 0.11, 0.2],
          [1, 0.21, 0.24],
          [2, 1, 1.3],
        ],
        1,
      ),
    ).toBe(2);
  });

  it('with equal presence are chosen by a hash that knows the person', () => {
    const ties = Array.from({ length: 40 }, (_, tie) => {
      const chosen = home(
        [
          [1, 0, 1],
          [2, 1, 2],
        ],
        1,
        tie,
      );
      expect(chosen).toBe(tieHash(tie, 1, 0) < tieHash(tie, 2, 0) ? 1 : 2);
      return chosen;
    });
    expect(new Set(ties)).toEqual(new Set([1, 2]));
  });
});
