import { Field } from './Field.tsx';
import type { FieldProps, FieldParts } from './Field.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
}

export interface ChoosingProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
  readonly disabled?: boolean;
}

export type SelectProps<T extends string> = ChoosingProps<T> & Omit<FieldProps, 'children'>;

export function Select<T extends string>({ label, hint, error, layout, ...choosing }: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} error={error} {...(layout === undefined ? {} : { layout })}>
      {(parts) => <Options label={undefined} parts={parts} {...choosing} />}
    </Field>
  );
}

/** The same without a visible name, for the cells of a table. */
export function BareSelect<T extends string>(props: ChoosingProps<T>) {
  return <Options {...props} />;
}

interface OptionsProps<T extends string> extends Omit<ChoosingProps<T>, 'label'> {
  readonly label: string | undefined;
  readonly parts?: FieldParts;
}

function Options<T extends string>({ label, parts, value, choices, onChoose, disabled }: OptionsProps<T>) {
  return (
    <select
      id={parts?.id}
      className="control select"
      value={value}
      disabled={disabled}
      aria-label={label}
      aria-describedby={parts?.describedBy}
      aria-invalid={parts?.invalid === true || undefined}
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
