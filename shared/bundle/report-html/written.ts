import { daysFromIso } from '../../base/calendar.ts';
import type { ReportLanguage } from './language.ts';

const months: Readonly<Record<ReportLanguage, readonly string[]>> = {
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A whole number with its thousands set apart. */
export function writtenNumber(value: number, language: ReportLanguage): string {
  const digits = `${Math.abs(value)}`.replaceAll(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');
  return value < 0 ? `−${digits}` : digits;
}

/** A figure of the evidence, a whole number or decimal text, as the language writes it; any other text as it is. */
export function writtenFigure(figure: number | string, language: ReportLanguage): string {
  const [, sign = '', whole, rest] = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(`${figure}`) ?? [];
  if (whole === undefined) return `${figure}`;
  const mark = language === 'de' ? ',' : '.';
  const fraction = rest === undefined ? '' : `${mark}${rest}`;
  return `${sign === '' ? '' : '−'}${writtenNumber(Number(whole), language)}${fraction}`;
}

/** `2026-05-04` as `4 May 2026` or `4. Mai 2026`; a text that is no day as it is. */
export function writtenDay(day: string, language: ReportLanguage): string {
  if (daysFromIso(day) === undefined) return day;
  const [year = '', month = '', date = ''] = day.split('-');
  const name = months[language][Number(month) - 1] ?? '';
  return `${Number(date)}${language === 'de' ? '.' : ''} ${name} ${year}`;
}
