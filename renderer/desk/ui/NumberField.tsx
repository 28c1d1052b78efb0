import { useState } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export interface NumberFieldProps extends Omit<FieldProps, 'children' | 'error'> {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What to say of a text that is no whole number between `least` and `most`. */
  readonly wrong: string;
  readonly onNumber: (value: number) => void;
}

/** A whole number, typed; taken over on Enter or when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { value, least, most, wrong, onNumber, ...field } = props;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = typed === undefined ? value : Number(typed);
  const holds = Number.isInteger(read) && read >= least && read <= most && typed !== '';

  const settle = () => {
    if (typed === undefined || !holds) return;
    setTyped(undefined);
    if (read !== value) onNumber(read);
  };

  return (
    <Field {...field} error={holds ? undefined : wrong}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="control number"
          type="text"
          inputMode="numeric"
          value={typed ?? value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setTyped(event.target.value.trim())}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}
