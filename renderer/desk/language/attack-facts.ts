import { figureRows, inHundred, recoveryRows, rounded } from './attack-figures.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { AttackSpeech } from './attack-figures.ts';

/** A name and a value in words. */
export interface AttackFact {
  readonly name: string;
  readonly value: string;
}

const isNumber = (text: string) => /^-?\d{1,15}(\.\d{1,15})?$/.test(text);

/** What was measured. A figure nobody has a name for stands under its own. */
export function measuredFacts(speech: AttackSpeech, report: AttackReport): readonly AttackFact[] {
  return figureRows(speech, report).map(({ name, value }) => ({
    name: speech.t(`attacks.figure.${name}`, { defaultValue: name }),
    value,
  }));
}

/** What following people gets right beside all ways that follow nobody, a line each; none where one of them is missing. */
export function recoveryFacts(speech: AttackSpeech, report: AttackReport): readonly AttackFact[] {
  const { t } = speech;
  if (report.attack !== 'recovery') return [];
  return recoveryRows(report).map(({ name, allHours, away }) => ({
    name: `${t('attacks.baselines.title')}: ${t(`attacks.baselines.${name}`)}`,
    value: t('attacks.baselines.both', {
      allHours: inHundred(speech, allHours),
      away: inHundred(speech, away),
    }),
  }));
}

/** What it was tried with, the version of the method, and what was drawn from. */
export function parameterFacts(
  speech: AttackSpeech,
  { parameters, version, seed }: AttackReport,
): readonly AttackFact[] {
  const { t, format } = speech;
  return [
    ...Object.entries(parameters).map(([name, value]) => ({
      name: t(`attacks.parameter.${name}`, { defaultValue: name }),
      value:
        typeof value === 'number' || isNumber(value)
          ? rounded(speech, Number(value), 6)
          : t(`attacks.text.${value}`, { defaultValue: value }),
    })),
    { name: t('attacks.panel.version'), value: format.number(version) },
    ...(seed === '' ? [] : [{ name: t('attacks.panel.seedName'), value: seed }]),
  ];
}

/** The distribution as counts of its classes, from the first to the last. */
export function distributionFacts(
  speech: AttackSpeech,
  { distribution }: AttackReport,
): readonly AttackFact[] {
  if (distribution === undefined) return [];
  const { from, width, counts } = distribution;
  const end = rounded(speech, from + width * counts.length, 3);
  return [
    {
      name: `${speech.t('attacks.panel.distribution')} (${rounded(speech, from, 3)}–${end})`,
      value: counts.map((count) => speech.format.number(count)).join(' · '),
    },
  ];
}
