import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import type { NumberFieldProps } from '../../ui/NumberField.tsx';

/** A whole number within bounds that says itself what it takes. */
export function WholeField(props: Omit<NumberFieldProps, 'wrong'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { least, most } = props;
  const wrong = t('recipe.number.wrong', { least: format.number(least), most: format.number(most) });
  return <NumberField {...props} wrong={wrong} />;
}
