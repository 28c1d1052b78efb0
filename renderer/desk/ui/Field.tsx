import { useId } from 'react';
import type { ReactNode } from 'react';
import './ui.css';

export interface FieldParts {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** `row` has the control beside its name, `stack` below. */
  readonly layout?: 'row' | 'stack';
  readonly children: (parts: FieldParts) => ReactNode;
}

/** A control with its name, and below it what to know or what is wrong. */
export function Field({ label, hint, error, layout = 'row', children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className={`field field-${layout}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: note === undefined ? undefined : noteId, invalid: error !== undefined })}
      {note !== undefined && (
        <p id={noteId} className={error === undefined ? 'field-note' : 'field-note field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}
