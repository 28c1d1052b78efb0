import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { recoverBlanks, type BlanksFound } from '../../../shared/attacks/blanks/recover-blanks.ts';
import type { Candidate } from '../../../shared/ipc/candidate.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { Product } from '../../../shared/products/product.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { candidateOf } from '../../../shared/workflow/candidate.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { Protector } from '../../../shared/workflow/protector.ts';
import { ended } from '../../support/ended.ts';
import { highsSolver } from '../../support/highs.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { protection, tally, understood } from '../../support/small-counted.ts';
import { extractOf, smallDays, smallExtracts, type SmallExtract } from '../../support/small-extract.ts';

const solver = await highsSolver();
const policy = builtInPolicies.default;
const working = { signal: new AbortController().signal, onProgress: () => undefined };
const base: Recipe = {
  ...presets.conservative,
  totals: true,
  period: smallDays,
  frequencyBreaks: [2, 3],
  minimumNights: 1,
  machineLike: 'count',
};
const recipes = fc
  .record({
    products: fc.constantFrom<Product[]>(
      ['footfall'],
      ['footfall', 'frequency'],
      ['catchment'],
      ['frequency', 'catchment'],
      ['dwell', 'flows'],
    ),
    ageBreaks: fc.constantFrom<number[]>([], [18], [18, 60]),
    byGender: fc.boolean(),
    missingCategory: fc.constantFrom<'own' | 'drop'>('own', 'drop'),
    presence: fc.constantFrom<'events' | 'stays'>('events', 'stays'),
    timeBin: fc.constantFrom<Recipe['timeBin']>('daypart', 'day'),
    suppressedGroups: fc.constantFrom<'list' | 'omit'>('list', 'omit'),
    zeroGroups: fc.constantFrom<'shown' | 'hidden'>('shown', 'hidden'),
    levels: fc.constantFrom<number[]>([], [1]),
    minimumPersons: fc.integer({ min: 3, max: 5 }),
    roundingBase: fc.integer({ min: 1, max: 3 }),
  })
  .map((drawn): Recipe => ({ ...base, ...drawn }));

async function candidateFrom(small: SmallExtract, drawn: Recipe): Promise<Candidate> {
  const recipe = {
    ...drawn,
    ageBreaks: small.ages.some((age) => age >= 0) ? drawn.ageBreaks : [],
    byGender: drawn.byGender && small.genders.some((gender) => gender < 2),
  };
  const protector = new Protector(new Counter(extractOf(small), knownBytes(3)), {
    solver: async () => solver,
    random: knownBytes(7),
    breathe: async () => Promise.resolve(),
    now: () => 0,
  });
  const { tables, report } = await protector.protect(recipe, policy, working);
  return candidateOf({
    recipe,
    understanding: understood,
    tables,
    tally,
    protection: { ...protection, audit: report.audit },
    attacks: [],
  });
}

it('finds nothing in candidates that the audit of the vault calls safe, and reads them without contradiction', async () => {
  const seen: BlanksFound[] = [];
  let published = 0;
  await fc.assert(
    fc.asyncProperty(smallExtracts(14, 40), recipes, async (small, recipe) => {
      const candidate = await candidateFrom({ ...small, holders: undefined }, recipe);
      const { exact, narrow, notTested } = candidate.protection.audit;
      const found = ended(
        recoverBlanks(candidate, { solver, iterationLimit: 5000, narrowest: policy.narrowestRange }),
      );
      expect(found.contradicted).toBe(0);
      if (exact + narrow + notTested === 0) expect([found.exact, found.narrow]).toEqual([0, 0]);
      seen.push(found);
      published += candidate.tables.reduce(
        (sum, { status }) => sum + status.filter((one) => one === 0).length,
        0,
      );
    }),
    { seed: 71, numRuns: 20, endOnFailure: true },
  );
  expect(published).toBeGreaterThan(100);
  expect(seen.reduce((sum, { safe }) => sum + safe, 0)).toBeGreaterThan(1000);
}, 120_000);
