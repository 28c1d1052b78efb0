import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { parseBreaks } from './breaks.ts';
import type { BreakBounds } from './breaks.ts';

export interface BreaksFieldProps extends BreakBounds {
  readonly label: string;
  readonly breaks: readonly number[];
  /** What is shown where there are no breaks. */
  readonly none: string;
  readonly wrong: string;
  /** The bands the breaks cut, in words. */
  readonly bands: (breaks: readonly number[]) => readonly string[];
  readonly onBreaks: (breaks: number[]) => void;
}

/** Lower bounds of bands as one line of text, with the bands below. */
export function BreaksField(props: BreaksFieldProps) {
  const { label, breaks, none, wrong, bands, onBreaks, least, most } = props;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = typed === undefined ? breaks : parseBreaks(typed, { least, most });

  const settle = () => {
    if (typed === undefined || read === undefined) return;
    setTyped(undefined);
    onBreaks([...read]);
  };

  return (
    <Field
      label={label}
      hint={read === undefined || read.length === 0 ? undefined : bands(read).join(' · ')}
      error={read === undefined ? wrong : undefined}
    >
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="control"
          value={typed ?? breaks.join(', ')}
          placeholder={none}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setTyped(event.target.value)}
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
