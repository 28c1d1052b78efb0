import { expect, it } from 'vitest';
import { auditVerdict } from '../../../../renderer/desk/features/protection/audit-verdict.ts';

const audit = { exact: 0, narrow: 0, safe: 12, notTested: 0, wholeBlocks: 0 };

it('passes only what was tested whole', () => {
  expect(auditVerdict(audit)).toEqual({ outcome: 'pass', sentence: 'pass', count: 12 });
  expect(auditVerdict({ ...audit, safe: 0 })).toEqual({
    outcome: 'pass',
    sentence: 'nothingHidden',
    count: 0,
  });
  expect(auditVerdict(undefined).outcome).toBe('notTested');
  expect(auditVerdict({ ...audit, notTested: 1 })).toEqual({
    outcome: 'notTested',
    sentence: 'notTested',
    count: 1,
  });
});

it('fails for what is exact or too narrow, whatever else is not tested', () => {
  expect(auditVerdict({ ...audit, exact: 2, narrow: 3, notTested: 4 })).toEqual({
    outcome: 'fail',
    sentence: 'fail',
    count: 5,
  });
});
