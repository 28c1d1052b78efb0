import { useTranslation } from 'react-i18next';
import { particularText } from './particular-text.ts';
import type { TFunction } from 'i18next';
import type { Failure } from '../../../shared/base/failure.ts';

/** The sentence for a failure in the language shown; the English message where the code has none. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation();
  return ({ code, message, detail }) =>
    t(`errors.${code}`, { ...detail, ...reasonOf(t, detail), defaultValue: message });
}

/** The reason in the language shown, where a failure says by a particular what is the matter with a bundle. */
function reasonOf(t: TFunction, { what, path, line, field, ...values }: Failure['detail']) {
  if (typeof what !== 'string') return {};
  const place = {
    path: `${path ?? ''}`,
    ...(typeof line === 'number' ? { line } : {}),
    ...(field === undefined ? {} : { field: `${field}` }),
  };
  return { reason: particularText(t, { what, values, ...(path === undefined ? {} : { place }) }) };
}
