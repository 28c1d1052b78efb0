import { useTranslation } from 'react-i18next';
import type { KeyWords } from '../ui/KeyLine.tsx';

/** What the parts of choosing a key are called in the language of the window. */
export function useKeyWords(): KeyWords {
  const { t } = useTranslation();
  return {
    key: t('approve.sign.key'),
    fingerprint: t('approve.sign.fingerprint'),
    choose: t('approve.sign.choose'),
    label: t('approve.sign.label'),
    labelNeeded: t('approve.sign.labelNeeded'),
    create: t('approve.sign.create'),
  };
}
