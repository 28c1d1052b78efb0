import { useTranslation } from 'react-i18next';
import { particularText } from './particular-text.ts';
import type { BundleParticular } from '../../../shared/ipc/inspected-bundle.ts';

/** What is the matter with a bundle, as one sentence in the language shown. */
export function useParticularText(): (particular: BundleParticular) => string {
  const { t } = useTranslation();
  return (particular) => particularText(t, particular);
}
