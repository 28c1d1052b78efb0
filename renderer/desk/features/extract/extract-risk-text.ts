import type { TFunction } from 'i18next';
import type { ExtractRisk, PlaceSight, UnicityShares } from '../../../../shared/ipc/extract-risk.ts';
import type { formatsOf } from '../../language/format.ts';

export interface RiskSpeech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}

/** How exactly times are known in the sentence, minutes. */
const sentenceMinutes = 60;

/** What the sentence tells: places as exactly as the file has them, times to the hour. */
export function sentenceCell({ unicity }: ExtractRisk): UnicityShares | undefined {
  const time = Math.max(0, unicity.minutes.indexOf(sentenceMinutes));
  return unicity.surface.find((cell) => cell.place === 0 && cell.time === time);
}

/** A share as how many in a hundred; neither none nor all where there are some. */
export function inHundred({ t, format }: RiskSpeech, share: number): string {
  if (share > 0 && share < 0.005) return t('loss.cases.few');
  if (share < 1 && share >= 0.995) return t('loss.cases.many');
  return format.number(Math.round(share * 100));
}

/** The same where there is little room: `<1`, `>99`. */
export function shortInHundred({ format }: Pick<RiskSpeech, 'format'>, share: number): string {
  if (share > 0 && share < 0.005) return '<1';
  return share < 1 && share >= 0.995 ? '>99' : format.number(Math.round(share * 100));
}

/** Whoever knows so many moments finds so many people alone. */
export function unicitySentence(speech: RiskSpeech, report: ExtractRisk, known: number): string {
  const share = sentenceCell(report)?.shares[known - 1]?.share ?? 0;
  const cases = inHundred(speech, share);
  return speech.t('loss.sentence', { count: known, span: spanText(speech, report.days), cases });
}

function spanText({ t }: RiskSpeech, days: number): string {
  if (days === 1) return t('loss.span.day');
  return days === 7 ? t('loss.span.week') : t('loss.span.days', { count: days });
}

/** How sure the figure of the sentence is. */
export function intervalText({ t, format }: RiskSpeech, report: ExtractRisk, known: number): string {
  const { persons, personsSampled } = report.unicity;
  if (!personsSampled) return t('loss.intervalAll', { persons: format.number(persons) });
  const { low = 0, high = 1 } = sentenceCell(report)?.shares[known - 1] ?? {};
  return t('loss.interval', {
    low: format.number(Math.floor(low * 100)),
    high: format.number(Math.ceil(high * 100)),
    drawn: format.number(persons),
    persons: format.number(report.persons),
  });
}

/** How places are seen, with how many there are. */
export function placeText({ t, format }: RiskSpeech, { kind, step, places }: PlaceSight): string {
  return t(`loss.surface.${kind}`, { count: step, places: format.number(places) });
}

/** A length of time of the surface. */
export function minutesText({ t }: RiskSpeech, minutes: number): string {
  if (minutes < 60) return t('loss.surface.minutes', { count: minutes });
  if (minutes >= 1440) return t('loss.surface.day');
  return t('loss.surface.hours', { count: minutes / 60 });
}

/** How steeply the share falls with the coarseness of place and time; absent where it could not be measured. */
export function slopeText({ t, format }: RiskSpeech, report: ExtractRisk, known: number): string | undefined {
  const slope = report.unicity.slopes.find((one) => one.known === known)?.slope;
  if (slope === undefined) return undefined;
  const shown = `${slope < 0 ? '−' : ''}${format.decimal(Math.round(Math.abs(slope) * 100) / 100)}`;
  return t('loss.surface.slope', { slope: shown, left: format.percent(2 ** slope) });
}

/** How many share the worst moments, one sentence for each number of moments. */
export function anonymityTexts({ t, format }: RiskSpeech, report: ExtractRisk): readonly string[] {
  return report.anonymity.map(({ known, median, twentieth }) =>
    median <= 1
      ? t('loss.anonymity.alone', { count: known })
      : t('loss.anonymity.crowd', {
          count: known,
          median: format.number(median),
          twentieth: format.number(twentieth),
        }),
  );
}
