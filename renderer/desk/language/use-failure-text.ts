import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text.ts';
import type { Failure } from '../../../shared/base/failure.ts';

/** The sentence for a failure in the language shown; the English message where the code has none. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation();
  return (failure) => failureText(t, failure);
}
