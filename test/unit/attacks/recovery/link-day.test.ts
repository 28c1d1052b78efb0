import { describe, expect, it } from 'vitest';
import { linkDay } from '../../../../shared/attacks/recovery/link-day.ts';
import type { Movement } from '../../../../shared/attacks/recovery/movement.ts';
import { zonePlane } from '../../../../shared/attacks/recovery/zone-plane.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

const zones = 7;
const line = zonePlane(Float64Array.from({ length: 2 * zones }, (_, at) => (at % 2 === 0 ? 500 * at : 0)));

/** Recovered paths of persons who walk along a line of zones, sorted; `unseen` names bins in which person 0 is not seen. */
function recovered(
  truth: readonly (readonly number[])[],
  movement: Movement,
  unseen: readonly number[] = [],
): string[] {
  const bins = truth[0]?.length ?? 0;
  const counts = new Int32Array(bins * zones);
  for (const [person, path] of truth.entries()) {
    for (const [bin, zone] of path.entries()) {
      const isSeen = person !== 0 || !unseen.includes(bin);
      if (isSeen) counts[bin * zones + zone] = (counts[bin * zones + zone] ?? 0) + 1;
    }
  }
  const release = { binsPerDay: bins, nightBins: 2, zones, persons: truth.length };
  const paths = ended(linkDay(counts, { release, movement, plane: line }));
  return truth.map((_, person) => paths.subarray(person * bins, (person + 1) * bins).join(' ')).toSorted();
}

const crossing = [
  [0, 0, 0, 1, 2, 3, 4, 5, 6],
  [6, 6, 6, 5, 4, 3, 2, 1, 0],
];

describe('linkDay', () => {
  it('follows two persons through each other by their speed', () => {
    expect(recovered(crossing, 'onwards')).toEqual(crossing.map((path) => path.join(' ')));
  });

  it('lets them turn round where nobody is expected to move on', () => {
    expect(recovered(crossing, 'stay')).not.toEqual(crossing.map((path) => path.join(' ')));
  });

  it('brings home for nothing who lives where room is, however far', () => {
    const truth = [
      [0, 0, 5, 5, 0],
      [4, 4, 4, 4, 4],
      [6, 6, 6, 6, 6],
    ];
    const away = recovered(truth, 'return');
    expect(away).toContain('0 0 5 5 0');
    expect(away).toContain('4 4 4 4 4');
  });

  it('keeps in their last zone those whom a bin does not show', () => {
    const truth = [
      [2, 2, 2, 2, 2],
      [5, 5, 5, 5, 5],
    ];
    expect(recovered(truth, 'onwards', [3])).toEqual(['2 2 2 2 2', '5 5 5 5 5']);
  });
});
