import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { isEnding } from './ending-lists.ts';
import type { BelievedList } from '../../../../shared/ipc/trust-overview.ts';

/** How long a list may still be used, where that is not long. `named`: says whose list it is, for places that do not show it. */
export function ListEnding({
  list,
  named = false,
}: {
  readonly list: BelievedList;
  readonly named?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { origin, expires, daysLeft } = list;
  if (!isEnding(list)) return null;
  const day = format.day(expires);
  return (
    <Notice tone={daysLeft < 0 ? 'bad' : 'notice'}>
      {named && `${t('trust.list.of', { origin })} `}
      {daysLeft < 0
        ? t('trust.list.expired', { day })
        : daysLeft === 0
          ? t('trust.list.today')
          : t('trust.list.soon', { count: daysLeft, day })}
    </Notice>
  );
}
