import { expect, it } from 'vitest';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { evidenceOf } from '../../../shared/workflow/evidence-of.ts';
import { smallCandidate } from '../../support/small-counted.ts';

const raw = [7, 4, 0, 12, 1, 2, 3, 4, 0, 0, 5, 0];
const gates: readonly GateResult[] = [
  {
    id: 'objection-register',
    kind: 'attested',
    outcome: 'pass',
    detail: { register: 'applied', registered: 911, matched: 912, personsBefore: 913, asOf: '2026-05-04' },
  },
  { id: 'minimum-persons', kind: 'attested', outcome: 'pass', detail: { smallest: 914, minimumPersons: 30 } },
  { id: 'something-published', kind: 'recomputable', outcome: 'pass', detail: { published: 915 } },
];
const told = { tables: [], comment: '', policy: builtInPolicies.default };
const textFor = (name: 'conservative' | 'differential-privacy'): string =>
  JSON.stringify(evidenceOf(smallCandidate(presets[name], raw), gates, told));

it('tells the counts of a classical release, but never the smallest group', () => {
  const text = textFor('conservative');
  for (const figure of ['911', '912', '913', '915']) expect(text).toContain(figure);
  expect(text).not.toContain('914');
  expect(text).toContain('stages');
});

it('tells no exact figure of the raw data beside noise', () => {
  const text = textFor('differential-privacy');
  for (const figure of ['911', '912', '913', '914', 'stages', 'audit']) expect(text).not.toContain(figure);
  expect(text).toContain('2026-05-04');
  expect(text).toContain('915');
});
