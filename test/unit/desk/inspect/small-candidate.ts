import { presets } from '../../../../shared/recipe/presets.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { candidateOf } from '../../../../shared/workflow/candidate.ts';
import { smallCounted, understood } from '../../../support/small-counted.ts';
import type { Candidate } from '../../../../shared/ipc/vault-contract.ts';
import type { ReleaseFacts } from '../../../../shared/workflow/prepare-release.ts';

/** A candidate that passes every gate, with a register that states its time. */
export const candidate: Candidate = candidateOf(
  {
    ...presets.conservative,
    title: 'Footfall',
    terms: { purpose: 'Planning', legalBasis: 'Anonymised data', recipient: 'The town' },
    releaseDate: '2026-05-20',
    ageBreaks: [],
    byGender: true,
    minimumPersons: 20,
    roundingBase: 10,
  },
  {
    ...understood,
    rowsRead: 12_345,
    rowsKept: 12_344,
    dropped: { ...understood.dropped, badTime: 1 },
    persons: 200,
    objections: {
      kind: 'register',
      registered: 40,
      matched: 3,
      personsBefore: 1000,
      asOf: '2026-05-01T23:30:00Z',
    },
  },
  smallCounted([70, 40, 0, 120, 10, 20, 30, 40, 0, 0, 50, 0]),
);

export const policy = builtInPolicies.default;

export const facts: ReleaseFacts = {
  organisation: 'Muster AG',
  comment: 'Looked at map and histogram.',
  releaseDate: '2026-05-20',
  software: { name: 'freigabe', version: '0.1.0', commit: '0000000' },
};
