import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { gateResult } from '../../shared/evidence/gate.ts';
import { attackNames } from '../../shared/policy/attack-limits.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { prepareRelease } from '../../shared/workflow/prepare-release.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 120_000;
const demo = { kind: 'demo', preset: 'town', persons: 1500, days: 3, seed: 7 } as const;
const policy = builtInPolicies.default;
const working = { signal: new AbortController().signal, onProgress: () => undefined };
const recipe: Recipe = {
  ...presets.conservative,
  terms: {
    purpose: 'Planning',
    legalBasis: 'Anonymised data',
    recipient: 'The town',
    recipientProfile: '',
    dpiaReference: '',
    reviewBy: '',
  },
  timeZone: 'Europe/Berlin',
};
/** Every figure is of at least 5 persons, and they are exact: by counts alone nothing is wrong with it. */
const telling: Recipe = { ...recipe, minimumPersons: 5, roundingBase: 1, timeBin: 'quarterHour' };
const facts = {
  organisation: 'Beispielnetz',
  comment: '',
  releaseDate: '2026-11-22',
  earlierReleases: gateResult('earlier-releases', 'attested', true),
  yearlyBudget: [],
  software: { name: 'freigabe', version: '0', commit: '0' },
};

let open: OpenReview;
beforeAll(async () => {
  open = openReview(await startEngine());
  const sources = { events: demo, cells: demo, persons: demo, objections: demo, zones: demo, places: demo };
  await open.loadSources(sources, { timeZone: 'Europe/Berlin', zones: { kind: 'polygons' } });
}, timeLimit);
afterAll(() => open.close());

describe('the attack bench', () => {
  it(
    'tries every attack, the same way again, and hands the candidate what they came to',
    async () => {
      expect((await open.candidate(recipe, policy)).attacks).toEqual([]);
      const request = { recipe, policy, attacks: [...attackNames] };
      const reports = await open.review.attack(request, working);
      expect(reports.map(({ attack }) => attack)).toEqual([...attackNames]);
      expect(reports.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
      expect((await open.candidate(recipe, policy)).attacks).toEqual(reports);
      const other = { ...request, recipe: { ...recipe, roundingBase: 15 } };
      const changed = await open.review.attack(other, working);
      expect(changed.find(({ attack }) => attack === 'membership')?.seed).not.toBe(
        reports.find(({ attack }) => attack === 'membership')?.seed,
      );
    },
    timeLimit,
  );

  it(
    'keeps a release from being signed that passes every count and gives persons away',
    async () => {
      const attacks = [...policy.attacks.required];
      await open.review.attack({ recipe: telling, policy, attacks }, working);
      const candidate = await open.candidate(telling, policy);
      const { objections } = candidate.understanding;
      const asOf = objections.kind === 'register' ? (objections.asOf ?? '') : '';
      const { gates } = prepareRelease(candidate, policy, { ...facts, signedAt: Date.parse(asOf) / 1000 });
      const failed = gates.filter(({ outcome }) => outcome !== 'pass');
      expect(failed.map(({ id }) => id)).toEqual(['membership']);
      const [gate] = failed;
      expect(gate?.outcome).toBe('fail');
      expect(Number(gate?.detail['measured'])).toBeGreaterThan(Number(gate?.detail['limit']));
    },
    timeLimit,
  );

  it(
    'plants invented people in a copy, tries the attacks on them, and leaves everything as it was',
    async () => {
      const before = await open.candidate(recipe, policy);
      const planted = await open.review.plant({ recipe: telling, policy }, working);
      expect(planted.map(({ attack }) => attack)).toEqual(['membership', 'recovery']);
      const [membership] = planted;
      expect(membership?.parameters['targets']).toBe(policy.attacks.membershipTargets);
      expect(membership?.outcome, 'they must be found in a release that tells so much').toBe('fail');
      expect((await open.candidate(recipe, policy)).tables).toEqual(before.tables);
    },
    timeLimit,
  );

  it(
    'shows the path of somebody who was made up, and of nobody else',
    async () => {
      await open.review.attack({ recipe, policy, attacks: ['recovery'] }, working);
      const { path } = open.review.replay({ recipe, policy });
      expect(path?.truth).toHaveLength(3 * 24);
      expect(path?.recovered).toHaveLength(3 * 24);
      expect(open.review.replay({ recipe: { ...recipe, minimumPersons: 41 }, policy }).path).toBeUndefined();
    },
    timeLimit,
  );

  it(
    'stops when it is called off, and keeps nothing half done',
    async () => {
      const calledOff = new AbortController();
      const another = { ...recipe, minimumPersons: 40 };
      const attack = open.review.attack(
        { recipe: another, policy, attacks: ['membership'] },
        {
          signal: calledOff.signal,
          onProgress: (progress) => {
            if (progress.stage === 'attacking') calledOff.abort();
          },
        },
      );
      await expect(attack).rejects.toThrow();
      expect((await open.candidate(another, policy)).attacks).toEqual([]);
    },
    timeLimit,
  );
});
