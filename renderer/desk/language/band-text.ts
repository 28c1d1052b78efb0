import type { TFunction } from 'i18next';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

type Breaks = Pick<Recipe, 'dwellBreaks' | 'frequencyBreaks'>;

/** A length of stay: whole hours as hours, all else in minutes. */
function duration(minutes: number, t: TFunction, language: string): string {
  const hours = minutes / 60;
  const whole = minutes > 0 && Number.isInteger(hours);
  return t(whole ? 'products.dwell.hours' : 'products.dwell.minutes', {
    shown: (whole ? hours : minutes).toLocaleString(language),
  });
}

function dwellText(breaks: readonly number[], band: number, t: TFunction, language: string): string {
  const say = (minutes: number) => duration(minutes, t, language);
  const [low, next] = [breaks[band - 1], breaks[band]];
  if (next === undefined) return t('products.dwell.from', { from: say(low ?? 0) });
  if (low === undefined) return t('products.dwell.under', { to: say(next) });
  const sameUnit = Number.isInteger(low / 60) === Number.isInteger(next / 60);
  return t('products.dwell.between', { from: sameUnit ? shortened(low, language) : say(low), to: say(next) });
}

function shortened(minutes: number, language: string): string {
  return (Number.isInteger(minutes / 60) ? minutes / 60 : minutes).toLocaleString(language);
}

function daysText(breaks: readonly number[], band: number, t: TFunction): string {
  const [from, next] = [breaks[band - 1] ?? 1, breaks[band]];
  if (next === undefined) return t('products.frequency.from', { from });
  if (next - 1 > from) return t('products.frequency.between', { from, to: next - 1 });
  return from === 1 ? t('products.frequency.one') : t('products.frequency.exactly', { from });
}

/**
 * A band of dwell or of days visited in words, by its index; the index after the last stands for all of them together.
 * Both ends of days are included; a stay that reaches the upper end belongs to the next band.
 */
export function bandText(
  product: 'dwell' | 'frequency',
  breaks: Breaks,
  band: number,
  { t, language }: { readonly t: TFunction; readonly language: string },
): string {
  const own = product === 'dwell' ? breaks.dwellBreaks : breaks.frequencyBreaks;
  if (band > own.length) return t('products.allBands');
  return product === 'dwell' ? dwellText(own, band, t, language) : daysText(own, band, t);
}
