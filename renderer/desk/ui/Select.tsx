import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
}

export interface SelectProps<T extends string> extends Omit<FieldProps, 'children'> {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
  readonly disabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { value, choices, onChoose, disabled = false, ...field } = props;
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id}
          className="control select"
          value={value}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The same without a visible name, for the cells of a table. */
export function BareSelect<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  const { label, value, choices, onChoose } = props;
  return (
    <select
      className="control select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
}
