import { builtInPolicies, type Policy } from '../../../../shared/policy/policy.ts';
import { gateResult } from '../../../../shared/evidence/gate.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { candidateOf } from '../../../../shared/workflow/candidate.ts';
import { smallCounted, tally, thresholded, understood } from '../../../support/small-counted.ts';
import type { Candidate } from '../../../../shared/ipc/candidate.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import type { ReleaseFacts } from '../../../../shared/workflow/prepare-release.ts';
import { passedAttacks } from '../../../support/passed-attacks.ts';

const recipe: Recipe = {
  ...presets.conservative,
  title: 'Footfall',
  terms: {
    purpose: 'Planning',
    legalBasis: 'Anonymised data',
    recipient: 'The town',
    recipientProfile: 'buyer',
    dpiaReference: 'DSFA 7/2026',
    reviewBy: '2026-06-01',
  },
  releaseDate: '2026-05-20',
  byGender: true,
  minimumPersons: 20,
  roundingBase: 10,
  sensitivePlaces: { categories: ['hospital', 'court'], radiusMetres: 250 },
};

/** A candidate that passes every gate, with a register that states its time; its audit tells of every kind of sum. */
export const candidate: Candidate = candidateOf({
  recipe,
  attacks: passedAttacks,
  understanding: {
    ...understood,
    rowsRead: 12_345,
    rowsKept: 12_344,
    dropped: { ...understood.dropped, badTime: 1 },
    persons: 200,
    places: { hospital: 2 },
    objections: {
      kind: 'register',
      registered: 40,
      matched: 3,
      personsBefore: 203,
      asOf: '2026-05-01T23:30:00Z',
    },
  },
  tables: [thresholded(smallCounted([70, 40, 0, 120, 10, 20, 30, 40, 0, 0, 50, 0]), recipe)],
  tally: {
    ...tally,
    withoutConsent: 4,
    machineLike: 1,
    eventsOutsidePeriod: 7,
    maskedCells: 2,
    eventsMasked: 9,
  },
  protection: {
    tables: [
      {
        product: 'footfall',
        groups: 8,
        published: 7,
        primary: 1,
        secondary: 0,
        wholeGroups: { found: 0 },
        utility: {
          personsKept: 370,
          persons: 380,
          zonesCovered: 3,
          zones: 3,
          binsCovered: 2,
          bins: 2,
          medianError: 0,
          busiestMedianError: 0,
          hiddenByDensity: [0, 0, 0, 0],
        },
      },
    ],
    audit: { exact: 0, narrow: 0, safe: 1, notTested: 0, wholeBlocks: 0 },
    identities: [
      { name: 'ages-and-genders', count: 3 },
      { name: 'within-period', count: 1 },
    ],
    extrapolation: { effectiveSampleSize: 190, trimmedPercent: 2, lowestWeight: 4.1, highestWeight: 25.7 },
    workMilliseconds: 1,
  },
});

/** The default policy with the rules that it leaves open. */
export const policy: Policy = {
  ...builtInPolicies.default,
  wholeGroupSlack: 1,
  signing: { comment: true, dpiaReference: true, recipientProfile: true, reviewByDays: 30 },
  sensitiveCategories: ['hospital', 'court'],
  absentCategories: ['court'],
};

export const facts: ReleaseFacts = {
  organisation: 'Muster AG',
  comment: 'Looked at map and histogram.',
  releaseDate: '2026-05-20',
  signedAt: Date.UTC(2026, 4, 2, 12) / 1000,
  earlierReleases: gateResult('earlier-releases', 'attested', true, { compared: 0 }),
  yearlyBudget: [gateResult('yearly-budget', 'attested', true, { guarantee: 'classical' })],
  software: { name: 'freigabe', version: '0.1.0', commit: '0000000' },
};
