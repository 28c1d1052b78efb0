import { useId } from 'react';
import type { Choice } from './Select.tsx';
import './ui.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  /** Nothing while none is chosen yet. */
  readonly value: T | undefined;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}

/** Two or three choices side by side: radio buttons that look like one control. */
export function Segmented<T extends string>({ label, value, choices, onChoose }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="unseen">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? 'segment segment-on' : 'segment'}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
