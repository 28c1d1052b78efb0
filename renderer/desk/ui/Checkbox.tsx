import './ui.css';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Why it cannot be changed; shown on hover and said by a screen reader. */
  readonly blocked?: string | undefined;
}

/** Something that is so or not, with its words beside it. */
export function Checkbox({ label, checked, onChange, blocked }: CheckboxProps) {
  return (
    <label className="checkbox" title={blocked}>
      <input
        type="checkbox"
        checked={checked}
        aria-disabled={blocked !== undefined || undefined}
        onChange={(event) => {
          if (blocked === undefined) onChange(event.target.checked);
        }}
      />
      <span>{label}</span>
      {blocked !== undefined && <span className="unseen"> ({blocked})</span>}
    </label>
  );
}
