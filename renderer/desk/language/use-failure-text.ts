import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/base/failure.ts';

/** The sentence for a failure in the language shown; the English message where the code has none. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation();
  return ({ code, message, detail }) => t(`errors.${code}`, { ...detail, defaultValue: message });
}
