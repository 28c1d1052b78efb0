import { useTranslation } from 'react-i18next';
import { unreadColumns } from './roles-of-kind.ts';
import type { FileProfile, Mapping } from '../../../../shared/extract/profile.ts';

export interface UnreadProps {
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

/** Which columns stay out: said by name, since that is what a privacy officer looks for. */
export function Unread({ profile, mapping }: UnreadProps) {
  const { t } = useTranslation();
  const { plain, otherParty } = unreadColumns(profile, mapping);
  if (plain.length + otherParty.length === 0) return null;
  return (
    <p className="quiet unread">
      {plain.length > 0 && t('extract.columns.unread', { names: plain.join(', ') })}{' '}
      {otherParty.length > 0 &&
        t('extract.columns.otherParty', { count: otherParty.length, names: otherParty.join(', ') })}
    </p>
  );
}
