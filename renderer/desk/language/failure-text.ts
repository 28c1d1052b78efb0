import { particularText } from './particular-text.ts';
import type { TFunction } from 'i18next';
import type { Failure } from '../../../shared/base/failure.ts';

/** The sentence for a failure in the language of `t`; the English message where the code has none. */
export function failureText(t: TFunction, { code, message, detail }: Failure): string {
  return t(`errors.${code}`, { ...detail, ...reasonOf(t, detail), defaultValue: message });
}

/** The reason in words, where a failure says by a particular what is the matter. */
function reasonOf(t: TFunction, { what, path, line, field, ...values }: Failure['detail']) {
  if (typeof what !== 'string') return {};
  const place = {
    path: `${path ?? ''}`,
    ...(typeof line === 'number' ? { line } : {}),
    ...(field === undefined ? {} : { field: `${field}` }),
  };
  return { reason: particularText(t, { what, values, ...(path === undefined ? {} : { place }) }) };
}
