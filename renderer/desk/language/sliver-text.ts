import type { AttackSpeech } from './attack-figures.ts';
import type { AttackSliver } from '../../../shared/ipc/attack-findings.ts';

/** Two digits of a number, as many as a sliver needs. */
function twoDigits(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  return Math.round(value / step) * step;
}

/** An area in square metres, above a twentieth of a square kilometre in square kilometres; two digits. */
export function areaText({ t, format }: AttackSpeech, squareMetres: number): string {
  const metres = twoDigits(squareMetres);
  return metres < 50_000
    ? t('findings.sliver.squareMetres', { value: format.number(metres) })
    : t('findings.sliver.squareKilometres', { value: format.decimal(metres / 1e6) });
}

/** A sliver in a sentence: how large it is, and between which zones; `name` is what the zone of this release is called. */
export function sliverText(speech: AttackSpeech, sliver: AttackSliver, name: string): string {
  const { isEarlierLarger, squareMetres, earlierZoneId, releaseId } = sliver;
  return speech.t(`findings.sliver.${isEarlierLarger ? 'ownInEarlier' : 'earlierInOwn'}`, {
    area: areaText(speech, squareMetres),
    own: name,
    earlier: earlierZoneId,
    release: releaseId,
  });
}
