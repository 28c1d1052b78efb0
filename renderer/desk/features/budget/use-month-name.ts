import { useTranslation } from 'react-i18next';

/** Names of months, counted from 0, in the language of the window. */
export function useMonthName(): (year: number, month: number, style: 'short' | 'long') => string {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language;
  return (year, month, style) =>
    new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(
      new Date(Date.UTC(year, month, 1)),
    );
}
