import { inHundred, type AttackSpeech } from './attack-figures.ts';
import { reasonText } from './attack-sentence.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

function membershipText(speech: AttackSpeech, { outcome, figures }: AttackReport): string {
  const { accuracyLow, accuracyHigh } = figures;
  const right = { low: inHundred(speech, accuracyLow), high: inHundred(speech, accuracyHigh) };
  return speech.t(`findings.plant.membership.${outcome}`, right);
}

function recoveryText(speech: AttackSpeech, { outcome, figures }: AttackReport): string {
  const { uplift, upliftLow, upliftHigh } = figures;
  return speech.t(`findings.plant.recovery.${outcome}`, {
    uplift: inHundred(speech, uplift),
    low: inHundred(speech, upliftLow),
    high: inHundred(speech, upliftHigh),
  });
}

/** Whether an attack found the invented people, in one sentence; why it was not tried where it was not. */
export function plantText(
  speech: AttackSpeech,
  attack: Extract<AttackName, 'membership' | 'recovery'>,
  reports: readonly AttackReport[],
): string {
  const report = reports.find((one) => one.attack === attack);
  const needed = attack === 'membership' ? 'accuracyHigh' : 'upliftHigh';
  if (report === undefined || report.outcome === 'notTested' || report.figures[needed] === undefined)
    return speech.t(`findings.plant.${attack}.notTested`, { reason: reasonText(speech, report?.reason) });
  return attack === 'membership' ? membershipText(speech, report) : recoveryText(speech, report);
}
