import './time.css';
import { useTranslation } from 'react-i18next';

/** Stands in place of the strip where a table is of the whole period; `span` is the period in words. */
export function WholePeriod({ span }: { readonly span: string }): React.JSX.Element {
  const { t } = useTranslation();
  return <p className="time-strip time-none">{t('time.whole', { span })}</p>;
}
