import { expect, it } from 'vitest';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { evidenceOf } from '../../../shared/workflow/evidence-of.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import { attestedAttacks } from '../../../shared/workflow/attack-evidence.ts';
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

const membership: AttackReport = {
  attack: 'membership',
  version: 2,
  outcome: 'pass',
  measured: 57.123456,
  limit: 60,
  seed: 'ab12',
  parameters: { persons: 921, targets: 50, game: 'swap' },
  figures: { auc: 0.512345, uplift: -0.02, contradicted: 922, worstTenthAuc: Number.NaN },
  distribution: { from: 0, width: 0.1, counts: [923] },
};

function attackTold(name: 'conservative' | 'differential-privacy'): unknown {
  const candidate = { ...smallCandidate(presets[name], raw), attacks: [membership] };
  return (evidenceOf(candidate, gates, told) as { readonly attacks: readonly unknown[] }).attacks[0];
}

it('tells of an attack rates of three digits, and never how single persons fared', () => {
  expect(attackTold('conservative')).toEqual({
    attack: 'membership',
    version: 2,
    outcome: 'pass',
    measured: '57.123',
    limit: 60,
    seed: 'ab12',
    parameters: { persons: 921, targets: 50, game: 'swap' },
    figures: { auc: '0.512', uplift: '-0.02', contradicted: 922 },
  });
});

it('tells of an attack on noisy figures no more than how it ended', () => {
  expect(attackTold('differential-privacy')).toEqual({
    attack: 'membership',
    version: 2,
    outcome: 'pass',
    limit: 60,
    parameters: { game: 'swap' },
  });
});

it('is read again as it was told, and what has another form is left out', () => {
  const list = [attackTold('conservative'), { attack: 'unheard-of' }, 7];
  expect(attestedAttacks({ attacks: list })).toEqual([list[0]]);
  expect(attestedAttacks({ gates: [] })).toEqual([]);
  expect(attestedAttacks(null)).toEqual([]);
});
