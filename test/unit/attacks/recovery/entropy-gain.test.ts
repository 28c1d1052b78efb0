import { expect, it } from 'vitest';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { entropyGain } from '../../../../shared/attacks/recovery/entropy-gain.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';

function entropy(path: readonly number[]): number {
  const shares = [...new Set(path)].map(
    (zone) => path.filter((other) => other === zone).length / path.length,
  );
  return -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
}

it('is the entropy of both together less that of each by its length', () => {
  const random = seededRandom('entropy', 'test');
  const draw = (length: number): Int16Array => Int16Array.from({ length }, () => random.below(5));
  const before = { paths: 3, bins: 20, zoneOf: draw(60) };
  const after = { paths: 4, bins: 6, zoneOf: draw(24) };
  const used = 12;
  const gain = ended(entropyGain(before, after, used, 5));
  for (let row = 0; row < 3; row++) {
    for (let day = 0; day < 4; day++) {
      const first = [...before.zoneOf.subarray(row * 20, row * 20 + used)];
      const second = [...after.zoneOf.subarray(day * 6, day * 6 + 6)];
      const apart = (used * entropy(first) + 6 * entropy(second)) / (used + 6);
      expect(gain.of(row, day)).toBeCloseTo(entropy([...first, ...second]) - apart, 10);
    }
  }
});
