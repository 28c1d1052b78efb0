import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { TextFieldProps } from '../../ui/TextField.tsx';

/** A field a release cannot do without. It says so once it was left empty, or once somebody tried to sign. */
export function RequiredText(props: Omit<TextFieldProps, 'error'>) {
  const { t } = useTranslation();
  const attempted = useDesk((state) => state.signAttempted);
  const [left, setLeft] = useState(false);
  const missing = props.value.trim() === '' && (left || attempted);
  return (
    <TextField
      {...props}
      layout="stack"
      required
      error={missing ? t('approve.terms.missing') : undefined}
      onText={(text, phase) => {
        if (phase === 'commit') setLeft(true);
        props.onText(text, phase);
      }}
    />
  );
}
