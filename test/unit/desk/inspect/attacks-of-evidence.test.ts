import { expect, it } from 'vitest';
import { toldEvidence } from '../../../../renderer/desk/features/inspect/told-evidence.ts';
import { notTestedReasons } from '../../../../renderer/desk/language/attack-reasons.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';
import { attackEvidence } from '../../../../shared/workflow/attack-evidence.ts';
import { attackReport, recoveryFigures } from '../attack-report.ts';

const reports: readonly AttackReport[] = [
  attackReport('recovery', { figures: { ...recoveryFigures, uplift: -0.0123 }, measured: -4.93, limit: 2 }),
  attackReport('membership', { outcome: 'notTested', reason: 'too-few-persons', figures: {} }),
  attackReport('recoverable-blanks', { outcome: 'notTested', reason: 'figures-contradict' }),
];

it('are told as evidence writes them, with exact figures and with noisy ones', () => {
  const classical = toldEvidence({ attacks: attackEvidence(reports, 'classical') });
  expect(classical.further).toEqual([]);
  expect(classical.attacks).toMatchObject([
    { attack: 'recovery', measured: -4.93, figures: { uplift: -0.012 } },
    { attack: 'membership', reason: 'too-few-persons' },
    { attack: 'recoverable-blanks', reason: 'figures-contradict' },
  ]);
  const noisy = toldEvidence({ attacks: attackEvidence(reports, 'differentialPrivacy') });
  expect(noisy.further).toEqual([]);
  expect(noisy.attacks.map(({ outcome }) => outcome)).toEqual(['pass', 'notTested', 'notTested']);
  expect(
    noisy.attacks.every(
      ({ figures, measured }) => measured === undefined && Object.keys(figures).length === 0,
    ),
  ).toBe(true);
});

it('leave nothing over where none was tried', () => {
  expect(toldEvidence({ attacks: attackEvidence([], 'classical') }).further).toEqual([]);
});

it('have a sentence for what only bundles bring', () => {
  expect(notTestedReasons).toEqual(
    expect.arrayContaining(['needs-raw-data', 'places-not-told', 'figures-contradict']),
  );
});
