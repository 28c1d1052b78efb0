import { useState } from 'react';
import { CalendarButton } from './CalendarButton.tsx';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

/** What a text means: a day as `YYYY-MM-DD`, empty for none, or why it is not taken. */
export type ReadDate = { readonly day: string } | { readonly refused: string };

export interface DateFieldProps extends Omit<FieldProps, 'children' | 'layout'> {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly read: (text: string) => ReadDate;
  readonly write: (day: string) => string;
  /** `undefined` when the text is refused, or empty where a field can be. */
  readonly onDay: (day: string | undefined, phase: 'drag' | 'commit') => void;
  /** What the button that opens the calendar is called. */
  readonly calendar: string;
  /** Whether a text that is refused counts as no day, so that the old one does not go on holding unseen. */
  readonly canBeEmpty?: boolean;
  readonly required?: boolean;
  readonly from?: string;
  readonly to?: string;
}

interface Typed {
  readonly text: string;
  /** The day that was shown when it was typed; another one since replaces the text. */
  readonly value: string;
  readonly left: boolean;
}

/** A day typed the way the language writes it, or chosen from a calendar. A text that is no day stays and is refused. */
export function DateField(props: DateFieldProps) {
  const {
    value,
    read,
    write,
    onDay,
    calendar,
    canBeEmpty = false,
    required,
    from,
    to,
    error,
    ...field
  } = props;
  const [typed, setTyped] = useState<Typed>();
  const own = typed?.value === value ? typed : undefined;
  const meant = own === undefined ? undefined : read(own.text);
  const refused = own?.left === true && meant !== undefined && 'refused' in meant ? meant.refused : undefined;

  const dayOf = (now: ReadDate) => ('day' in now ? now.day : canBeEmpty ? '' : undefined);
  const type = (text: string): void => {
    const day = dayOf(read(text));
    setTyped({ text, value: day ?? value, left: own?.left ?? false });
    onDay(day, 'drag');
  };
  const leave = (): void => {
    const settled = meant === undefined || 'day' in meant;
    setTyped(settled ? undefined : own && { ...own, left: true });
    onDay(meant === undefined ? value : dayOf(meant), 'commit');
  };
  const choose = (day: string): void => {
    setTyped(undefined);
    onDay(day, 'commit');
  };

  return (
    <Field {...field} layout="stack" error={refused ?? error}>
      {({ id, describedBy, invalid }) => (
        <div className="date-control">
          <input
            id={id}
            type="text"
            className="control text"
            autoComplete="off"
            value={own?.text ?? write(value)}
            aria-required={required}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
          />
          <CalendarButton label={calendar} value={value} from={from} to={to} onChoose={choose} />
        </div>
      )}
    </Field>
  );
}
