import type { TFunction } from 'i18next';

/** How long work will take still, no more exactly than an estimate is worth. */
export function timeLeftText(t: TFunction, seconds: number | undefined): string {
  if (seconds === undefined) return t('attacks.run.unknown');
  if (seconds < 5) return t('attacks.run.short');
  if (seconds < 55) return t('attacks.run.seconds', { count: Math.ceil(seconds / 5) * 5 });
  return t('attacks.run.minutes', { count: Math.max(1, Math.round(seconds / 60)) });
}
