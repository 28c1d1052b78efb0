import { expect, test } from 'vitest';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { findRemedies } from '../../../../shared/workflow/attacks/find-remedies.ts';
import { remedyLadders } from '../../../../shared/workflow/attacks/remedy-ladders.ts';
import { passedAttacks } from '../../../support/passed-attacks.ts';

const recipe: Recipe = {
  ...presets.conservative,
  minimumPersons: 10,
  roundingBase: 5,
  timeBin: 'hour',
  byGender: true,
  products: ['footfall', 'dwell'],
};
const policy = builtInPolicies.default;
const [passed] = passedAttacks;
if (passed === undefined) throw new Error('no report');

test('ladders go from gentle to strong and leave out what changes nothing', () => {
  const ladders = remedyLadders(recipe, policy, { attack: 'membership', places: [] });
  expect(ladders).toEqual([
    [{ minimumPersons: 15 }, { minimumPersons: 20 }, { minimumPersons: 30 }, { minimumPersons: 50 }],
    [{ byGender: false }],
    [{ timeBin: 'daypart' }, { timeBin: 'day' }],
    [{ products: ['dwell'] }, { products: ['footfall'] }],
  ]);
});

test('a change that the policy refuses is not proposed', () => {
  const strict = { ...policy, timeBins: ['hour' as const] };
  const ladders = remedyLadders(recipe, strict, { attack: 'membership', places: [] });
  expect(ladders.flat().some((change) => change.timeBin !== undefined)).toBe(false);
});

test('against facts about sensitive places, the places in the files are masked first', () => {
  const [first] = remedyLadders(recipe, policy, { attack: 'whole-groups', places: ['hospital', 'court'] });
  expect(first?.[0]?.sensitivePlaces?.categories).toEqual(['hospital', 'court']);
});

test('with noise the budget is made smaller', () => {
  const noisy: Recipe = {
    ...recipe,
    guarantee: { kind: 'differentialPrivacy', rho: '0.5', deltaExponent: 6 },
    maximumGroupsPerPersonDay: 4,
    period: { from: '2026-05-04', to: '2026-05-10' },
  };
  const [first] = remedyLadders(noisy, policy, { attack: 'membership', places: [] });
  expect(first?.map(({ guarantee }) => guarantee?.kind === 'differentialPrivacy' && guarantee.rho)).toEqual([
    '0.25',
    '0.125',
    '0.0625',
  ]);
});

test('the gentlest change that helps is found by trying, and the first is confirmed by a full run', async () => {
  const tried: string[] = [];
  const told: number[] = [];
  const remedies = await findRemedies(
    recipe,
    [[{ minimumPersons: 15 }, { minimumPersons: 20 }, { minimumPersons: 30 }], [{ byGender: false }]],
    async ({ minimumPersons, byGender }, how) => {
      tried.push(`${minimumPersons} ${byGender} ${how}`);
      const helps = minimumPersons >= 20 || !byGender;
      return { ...passed, outcome: helps ? 'pass' : 'fail', measured: minimumPersons };
    },
    (done) => told.push(done),
  );
  expect(tried).toEqual(['15 true counted', '20 true counted', '10 false counted', '20 true whole']);
  expect(remedies).toEqual([
    { change: { minimumPersons: 20 }, confirmed: true, measured: 20 },
    { change: { byGender: false }, confirmed: false, measured: 10 },
  ]);
  expect(told).toEqual([1, 2, 3]);
});

test('a change that only seemed to help is not told', async () => {
  const remedies = await findRemedies(
    recipe,
    [[{ minimumPersons: 15 }], [{ byGender: false }]],
    async ({ byGender }, how) => ({ ...passed, outcome: how === 'whole' && byGender ? 'fail' : 'pass' }),
    () => undefined,
  );
  expect(remedies.map(({ change, confirmed }) => [change, confirmed])).toEqual([[{ byGender: false }, true]]);
});
