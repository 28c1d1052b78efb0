import { useId } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly fresh?: boolean;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({
  label,
  hint,
  value,
  disabled,
  fresh = false,
  onChange,
}: PassphraseFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="password"
        autoComplete={fresh ? 'new-password' : 'off'}
        maxLength={1024}
        value={value}
        readOnly={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
