import { attackNames } from '../../shared/policy/attack-limits.ts';

const gates = [
  'terms-complete',
  'policy-kept',
  'minimum-persons',
  'rounding',
  'recoverable-blanks',
  'membership',
  'recovery',
  'budget',
  'earlier-releases',
  'something-published',
] as const;

/** Evidence in the form that sealing writes: some gates and every attack, one attack not tested, figures with intervals. */
export const smallEvidence = {
  gates: gates.map((id) => ({
    id,
    kind: id === 'rounding' ? 'recomputable' : 'attested',
    outcome: 'pass',
    detail: id === 'membership' ? { measured: 54.7, limit: 60 } : {},
  })),
  attacks: attackNames.map((attack) => ({
    attack,
    version: 1,
    ...(attack === 'recovery' ? { outcome: 'notTested', reason: 'too-coarse' } : { outcome: 'pass' }),
    ...(attack === 'membership' && { measured: '54.734', limit: 60, seed: '5eed' }),
    parameters: { targets: 50 },
    figures:
      attack === 'membership'
        ? { auc: '0.56', aucLow: '0.549', aucHigh: '0.57', hiddenShare: '0.372' }
        : attack === 'usefulness'
          ? { published: 42, medianError: '0.045' }
          : {},
  })),
  audit: { exact: 0, narrow: 0, safe: 1234, notTested: 0, wholeBlocks: 0, identities: {} },
  comment: 'Looked at with care.',
  rowsInTables: { footfall: 16 },
  stages: {
    pseudonymiseAndMinimise: {
      rowsRead: 1_234_567,
      rowsKept: 1_200_000,
      persons: 9876,
      dropped: { badTime: 293, objection: 2486, ragged: 0 },
      objections: { kind: 'register', registered: 48, matched: 43, personsBefore: 9919 },
    },
    aggregateAndProtect: { footfall: { published: 12, suppressed: 4 } },
  },
} as const;
