import { expect, it } from 'vitest';
import { policyTitle } from '../../../renderer/desk/language/policy-title.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { german } from '../../support/told-failures.ts';

it('names a built-in policy in the language shown, and an organisation’s as the organisation does', () => {
  expect(policyTitle(german, builtInPolicies.solo)).toBe('Solo (beides durch eine Person)');
  expect(policyTitle(german, { ...builtInPolicies.solo, title: 'House rules' })).toBe('House rules');
  expect(policyTitle(german, { ...builtInPolicies.solo, id: 'house' })).toBe('Solo');
});
