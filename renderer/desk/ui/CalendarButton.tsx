import { useRef } from 'react';
import { Icon } from './icons.tsx';

export interface CalendarButtonProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChoose: (day: string) => void;
}

/** Opens the calendar of the system below the field it stands in. */
export function CalendarButton({ label, value, from, to, onChoose }: CalendarButtonProps) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-label={label} title={label} onClick={() => native.current?.showPicker()}>
        <Icon name="calendar" />
      </button>
      <input
        ref={native}
        type="date"
        className="date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        min={from}
        max={to}
        onChange={(event) => onChoose(event.target.value)}
      />
    </>
  );
}
