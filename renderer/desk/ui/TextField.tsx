import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onText: (text: string, phase: 'drag' | 'commit') => void;
  readonly kind?: 'text' | 'long';
  readonly limit?: number;
  readonly required?: boolean;
}

/** Text that is taken over while typing and settled when the field is left. */
export function TextField(props: TextFieldProps) {
  const { value, onText, kind = 'text', limit, required, ...field } = props;
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          value,
          maxLength: limit,
          className: 'control text',
          'aria-required': required,
          'aria-describedby': describedBy,
          'aria-invalid': invalid || undefined,
          onBlur: () => onText(value, 'commit'),
        };
        if (kind === 'long')
          return <textarea {...common} rows={2} onChange={(event) => onText(event.target.value, 'drag')} />;
        return <input {...common} type={kind} onChange={(event) => onText(event.target.value, 'drag')} />;
      }}
    </Field>
  );
}
