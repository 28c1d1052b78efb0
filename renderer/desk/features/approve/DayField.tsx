import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { readDay } from '../../language/read-day.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { DateFieldProps, ReadDate } from '../../ui/DateField.tsx';

export type DayFieldProps = Pick<
  DateFieldProps,
  'label' | 'value' | 'error' | 'hint' | 'onDay' | 'required' | 'canBeEmpty' | 'from' | 'to'
>;

/** A date in the language of the desk, with its weekday below, within bounds where there are any. */
export function DayField(props: DayFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, value, from = '', to = '', hint, canBeEmpty = false } = props;
  const read = (text: string): ReadDate => {
    if (canBeEmpty && text.trim() === '') return { day: '' };
    const day = readDay(text);
    const holds = canBeEmpty ? '' : ` ${t('approve.terms.stillHolds', { day: format.day(value) })}`;
    if (day === undefined)
      return { refused: t('approve.terms.badDate', { example: format.field('2026-05-31') }) + holds };
    const outside = (from !== '' && day < from) || (to !== '' && day > to);
    return outside
      ? { refused: t('approve.terms.outside', { period: format.period(from, to) }) + holds }
      : { day };
  };
  return (
    <DateField
      {...props}
      hint={[format.dayName(value), hint].filter(Boolean).join('. ') || undefined}
      read={read}
      write={format.field}
      calendar={t('approve.terms.calendar', { field: label })}
    />
  );
}
