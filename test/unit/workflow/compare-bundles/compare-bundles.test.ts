import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import type { BundleContents } from '../../../../shared/bundle/bundle-contents.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import type { TableRow } from '../../../../shared/products/table-row.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import {
  changedBundle,
  type BundleToCompare,
} from '../../../../shared/workflow/compare-bundles/changed-bundle.ts';
import {
  compareBundles,
  type BundleComparison,
} from '../../../../shared/workflow/compare-bundles/compare-bundles.ts';
import { highsSolver } from '../../../support/highs.ts';
import {
  smallContents,
  smallRecipe,
  smallRelease,
  smallTrust,
  threeSteps,
} from '../../../support/small-bundle.ts';
import { smallEvidence } from '../../../support/small-evidence.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** One table, exact figures of at least 20 persons, one day. */
const plain: Recipe = {
  ...smallRecipe,
  products: ['frequency'],
  levels: [],
  totals: false,
  ageBreaks: [],
  byGender: false,
  roundingBase: 1,
  suppressedGroups: 'list',
};
const band = (name: string, persons?: number): TableRow => ({
  zoneId: 'a1',
  band: name,
  ...(persons === undefined ? { status: 'suppressed' } : { persons, status: 'published' }),
});
const flat = ['a1', 'b2'].map((zone_id, i) => ({
  properties: { zone_id },
  geometry: smallContents().zones.features[1 - i]?.geometry ?? { type: 'Polygon' as const, coordinates: [] },
}));

async function opened(
  rows: readonly TableRow[],
  recipe: Partial<Recipe> = {},
  change: Partial<BundleContents> = {},
): Promise<BundleToCompare> {
  const bytes = await smallRelease({
    recipe: { ...plain, ...recipe },
    tables: [{ product: 'frequency', rows }],
    zones: { type: 'FeatureCollection', features: flat },
    ...change,
  });
  const { contents, signatures, releaseDigest } = await verifyBundle(bytes, smallTrust(), nodeCrypto);
  if (contents === undefined || releaseDigest === undefined)
    throw new Error('a small bundle cannot be opened');
  return { contents, signatures, releaseDigest };
}

function compared(earlier: BundleToCompare, later: BundleToCompare): BundleComparison {
  const work = compareBundles(earlier, later, solver);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const first = [band('1', 100), band('2-3', 60), band('4-7')];

describe('two bundles', () => {
  it('that are the same have no changes, and nothing to subtract', async () => {
    const bundle = await opened(first);
    const told = compared(bundle, bundle);
    expect(told).toMatchObject({
      isSameSeries: true,
      recipe: [],
      policy: [],
      software: [],
      period: { relation: 'same' },
      zones: { added: [], removed: [], reshaped: [], renamed: [] },
      subtraction: {
        verdict: 'nothing',
        periodsOverlap: true,
        findings: [],
        byCode: {},
        byKind: {},
        gaveUp: 0,
      },
    });
    expect(told.tables).toEqual([
      {
        product: 'frequency',
        standsIn: 'both',
        groups: { earlier: 3, later: 3, both: 3, onlyEarlier: 0, onlyLater: 0 },
        figures: {
          earlier: { count: 2, smallest: 60, median: 60, largest: 100 },
          later: { count: 2, smallest: 60, median: 60, largest: 100 },
          same: 2,
          raised: 0,
          lowered: 0,
          newlyShown: 0,
          newlyHidden: 0,
          onlyEarlier: 0,
          onlyLater: 0,
        },
      },
    ]);
  });

  it('are told apart by recipe, policy, software and terms, by key', async () => {
    const before = await opened(first);
    const after = await opened(
      first,
      { minimumPersons: 30, terms: { ...plain.terms, recipient: 'A partner', dpiaReference: 'D 1' } },
      {
        organisation: 'Another',
        policy: { ...smallContents().policy, approvals: 1, yearlyEpsilonHundredths: 500 },
        software: { name: 'freigabe', version: '0.2.0', commit: '0000000' },
      },
    );
    const told = changedBundle(before, after);
    expect(told.isSameSeries).toBe(false);
    expect(told.recipe).toEqual([
      { key: 'minimumPersons', from: 20, to: 30 },
      { key: 'terms.dpiaReference', from: '', to: 'D 1' },
      { key: 'terms.recipient', from: plain.terms.recipient, to: 'A partner' },
    ]);
    expect(told.policy).toEqual([
      { key: 'approvals', from: 2, to: 1 },
      { key: 'yearlyEpsilonHundredths', from: null, to: 500 },
    ]);
    expect(told.software).toEqual([{ key: 'software', from: '0.1.0', to: '0.2.0' }]);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('are told apart by guarantee where one side lacks a parameter', async () => {
    const noisy = await opened([band('1', 100)], {
      guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
      maximumGroupsPerPersonDay: 24,
    });
    const { recipe } = changedBundle(await opened(first), noisy);
    expect(recipe).toContainEqual({ key: 'guarantee.rho', to: '0.1' });
    expect(recipe).toContainEqual({ key: 'guarantee.cellKeyNoise', from: null });
    expect(recipe).toContainEqual({ key: 'maximumGroupsPerPersonDay', from: null, to: 24 });
  });

  it('are told apart by figures, without a word on what is hidden', async () => {
    const before = await opened([band('1', 100), band('2-3', 60), band('4-7'), band('8+', 40)]);
    const after = await opened([band('1', 110), band('2-3'), band('4-7', 30)]);
    const { tables } = changedBundle(before, after);
    expect(tables[0]).toMatchObject({
      groups: { earlier: 4, later: 3, both: 3, onlyEarlier: 1, onlyLater: 0 },
      figures: {
        same: 0,
        raised: 1,
        lowered: 0,
        newlyShown: 1,
        newlyHidden: 1,
        onlyEarlier: 1,
        onlyLater: 0,
      },
    });
  });

  it('are told apart by zones', async () => {
    const before = await opened(first);
    const moved = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [12.31, 51.3],
          [12.33, 51.3],
          [12.33, 51.31],
          [12.31, 51.3],
        ],
      ],
    };
    const features = [
      { properties: { zone_id: 'a1', name: 'New name' }, geometry: moved },
      { properties: { zone_id: 'c3' }, geometry: moved },
    ];
    const after = await opened(first, {}, { zones: { type: 'FeatureCollection', features } });
    const { zones } = changedBundle(before, after);
    expect(zones).toEqual({
      earlier: 2,
      later: 2,
      added: ['c3'],
      removed: ['b2'],
      reshaped: ['a1'],
      renamed: ['a1'],
    });
  });

  it('have their evidence and signers side by side', async () => {
    const before = await opened(first, {}, { evidence: smallEvidence });
    const gates = smallEvidence.gates.map((gate) =>
      gate.id === 'rounding' ? { ...gate, outcome: 'fail' } : gate,
    );
    const after = await opened(first, {}, { evidence: { ...smallEvidence, gates, attacks: [] } });
    const { evidence } = changedBundle(before, after);
    expect(evidence.gates).toHaveLength(smallEvidence.gates.length);
    expect(evidence.gates).toContainEqual({ id: 'rounding', earlier: 'pass', later: 'fail' });
    expect(evidence.attacks.find(({ attack }) => attack === 'membership')).toEqual({
      attack: 'membership',
      earlier: { outcome: 'pass', version: 1, measured: '54.734', limit: 60 },
    });
    expect(
      changedBundle(before, after).signers.later.map(({ signer, decision }) => [signer, decision]),
    ).toEqual(threeSteps.map(({ id, role }) => [id, role === 'preparer' ? 'prepare' : 'approve']));
  });
});

/** Everybody of a band, and women: their figure, or hidden. */
const rows = (all: number, women?: number): readonly TableRow[] => [
  { ...band('1', all), gender: 'all' },
  { ...band('1', women), gender: 'female' },
];

describe('what can be subtracted', () => {
  it('is a group that had another figure, or none, before', async () => {
    const before = await opened(first);
    const after = await opened([band('1', 103), band('2-3', 60), band('4-7', 25)]);
    const { subtraction } = compared(before, after);
    expect(subtraction.verdict).toBe('something');
    expect(subtraction.byCode).toEqual({ 'figure-changed': 1, 'newly-shown': 1 });
    expect(subtraction.byKind).toEqual({ earlier: 2 });
    expect(subtraction.findings.every(({ earlier }) => earlier === before.contents.release.id)).toBe(true);
  });

  it('is found only across the two: each alone gives nothing away', async () => {
    const totals = { totals: true, byGender: true } as const;
    const before = await opened(rows(100), totals);
    const after = await opened(rows(100, 97).slice(1), totals);
    expect(compared(before, before).subtraction.verdict).toBe('nothing');
    expect(compared(after, after).subtraction.verdict).toBe('nothing');
    expect(compared(before, after).subtraction.verdict).toBe('something');
  });

  it('is found inside the earlier one too', async () => {
    const totals = { totals: true, byGender: true } as const;
    const before = await opened(
      [
        { ...band('1', 100), gender: 'all' },
        { ...band('1', 97), gender: 'female' },
      ],
      { ...totals, period: { from: '2026-05-04', to: '2026-05-05' } },
    );
    const after = await opened([{ ...band('1', 100), gender: 'all' }], {
      ...totals,
      period: { from: '2026-05-06', to: '2026-05-10' },
    });
    const { subtraction, period } = compared(before, after);
    expect(period.relation).toBe('apart');
    expect(subtraction).toMatchObject({
      verdict: 'something',
      periodsOverlap: false,
      byKind: { 'within-earlier': 1 },
    });
  });

  it('is nothing between periods that share no second', async () => {
    const before = await opened(first, { period: { from: '2026-05-04', to: '2026-05-05' } });
    const after = await opened([band('1', 103), band('2-3', 60), band('4-7', 25)], {
      period: { from: '2026-05-06', to: '2026-05-10' },
    });
    expect(compared(before, after).subtraction).toMatchObject({ verdict: 'nothing', periodsOverlap: false });
  });

  it('is open where persons were counted by other rules, or where exact and noisy figures meet', async () => {
    const before = await opened(first);
    const other = await opened(first, { maximumGapMinutes: 60, presence: 'stays', machineLike: 'count' });
    expect(compared(before, other).subtraction.verdict).not.toBe('nothing');
    const noisy = await opened([band('1', 100)], {
      guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
      maximumGroupsPerPersonDay: 24,
    });
    expect(compared(before, noisy).subtraction).toMatchObject({
      verdict: 'open',
      byCode: { 'guarantees-mixed': 1 },
      byKind: { earlier: 1 },
    });
    const both = compared(noisy, noisy).subtraction;
    expect(both.verdict).toBe('nothing');
    // rho 0.2 at delta 10^-6: epsilon lies between rho and rho + 2 sqrt(rho ln(1/delta)) = 3.53, the bound it tightens
    expect(Number(both.epsilonTogether)).toBeGreaterThan(2.5);
    expect(Number(both.epsilonTogether)).toBeLessThanOrEqual(3.53);
  });
});
