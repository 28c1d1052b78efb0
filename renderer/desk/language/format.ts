import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** Writes instants in any time zone; the formatter of a zone is made once, because making one is slow. */
function zoned(language: string, options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (seconds: number, timeZone: string): string => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat(language, { ...options, timeZone });
    made.set(timeZone, format);
    return format.format(new Date(seconds * 1000));
  };
}

/** How numbers, days and sizes are written in one language. Days are `YYYY-MM-DD`; instants are seconds since 1970. */
export function formatsOf(shown: string) {
  const language = shown === 'en' ? 'en-GB' : shown;
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(shown, { notation: 'compact', maximumSignificantDigits: 3 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const precise = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const typed = new Intl.DateTimeFormat(language, {
    ...(shown === 'de' ? { day: '2-digit', month: '2-digit' } : { day: 'numeric', month: 'short' }),
    year: 'numeric',
    timeZone: 'UTC',
  });
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const weekday = zoned(language, { weekday: 'short', day: 'numeric' });
  return {
    number: (value: number) => whole.format(value),
    compact: (value: number) => (value < 100_000 ? whole.format(value) : short.format(value)),
    percent: (fraction: number) => share.format(fraction),
    /** A number with up to six decimals. */
    decimal: (value: number) => precise.format(value),
    day: (iso: string) => (iso === '' ? '' : date.format(day(iso))),
    /** A day as it is typed: `04.05.2026`, `4 May 2026`. */
    field: (iso: string) => (iso === '' ? '' : typed.format(day(iso))),
    dayName: (iso: string) => (iso === '' ? '' : dayName.format(day(iso))),
    period: (from: string, to: string) => (from === '' ? '' : date.formatRange(day(from), day(to))),
    bytes(value: number): string {
      const units = ['B', 'kB', 'MB', 'GB'] as const;
      const step = value < 1 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
      return `${decimal.format(value / 1000 ** step)} ${units[step] ?? 'B'}`;
    },
    instant: (seconds: number, timeZone: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
        new Date(seconds * 1000),
      ),
    /** An instant as files write it, `YYYY-MM-DDTHH:MM:SSZ`. */
    stamp: (iso: string, timeZone: string) =>
      Number.isNaN(Date.parse(iso))
        ? iso
        : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
            new Date(iso),
          ),
    hour: zoned(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
    clock: zoned(language, { hour: '2-digit', minute: '2-digit' }),
    /** A day of a week or two: `Mon 4`, `Mo 4.` */
    weekday: (seconds: number, timeZone: string) => weekday(seconds, timeZone).replace(/\.?,/u, ''),
  } as const;
}

/** The formats of the language that is shown. */
export function useFormat(): ReturnType<typeof formatsOf> {
  const { i18n } = useTranslation();
  return useMemo(() => formatsOf(i18n.language), [i18n.language]);
}
