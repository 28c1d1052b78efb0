import { expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { gateResult } from '../../shared/evidence/gate.ts';
import { builtInPolicies, type Policy } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { prepareRelease } from '../../shared/workflow/prepare-release.ts';
import { openReview } from '../support/open-review.ts';

const timeLimit = 60_000;
const recipe: Recipe = {
  ...presets.conservative,
  releaseDate: '2026-06-01',
  timeZone: 'UTC',
  zones: { kind: 'h3', resolution: 6 },
  timeBin: 'day',
  byGender: true,
  totals: true,
  minimumPersons: 5,
  roundingBase: 1,
  machineLike: 'count',
};
const withSlack = (wholeGroupSlack: number | null): Policy => ({ ...builtInPolicies.solo, wholeGroupSlack });

/** At one place twelve men; at another six women and seven men. */
const events = [
  'person,time,lat,lon,gender',
  ...Array.from({ length: 25 }, (_, i) => {
    const [latitude, gender] = i < 12 ? [51, 'male'] : [52, i < 18 ? 'female' : 'male'];
    return `p${i},2026-05-04T10:00:00Z,${latitude},12,${gender}`;
  }),
  '',
].join('\n');

it(
  'refuses a release that says of everybody at a place that they are men, where the policy forbids it',
  async () => {
    const open = openReview(await startEngine());
    await open.load({ events });
    const gateOf = async (slack: number | null): Promise<unknown> => {
      const candidate = await open.candidate(recipe, withSlack(slack));
      const { gates } = prepareRelease(candidate, withSlack(slack), {
        organisation: 'Beispielnetz',
        comment: '',
        releaseDate: '2026-06-01',
        signedAt: Date.parse('2026-06-01T10:00:00Z') / 1000,
        earlierReleases: gateResult('earlier-releases', 'attested', true),
        yearlyBudget: [],
        software: { name: 'freigabe', version: '0.1.0', commit: '0000000' },
      });
      return gates.find(({ id }) => id === 'whole-groups');
    };
    expect(await gateOf(0)).toMatchObject({
      outcome: 'fail',
      detail: { slack: 0, found: 1, product: 'footfall', category: 'male' },
    });
    expect(await gateOf(5)).toMatchObject({ outcome: 'fail', detail: { found: 1 } });
    // 13 persons, 7 of them men: up to six exceptions say it of them too.
    expect(await gateOf(6)).toMatchObject({ outcome: 'fail', detail: { found: 2 } });
    expect(await gateOf(null)).toBeUndefined();
    open.close();
  },
  timeLimit,
);
