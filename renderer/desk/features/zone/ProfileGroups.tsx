import { useTranslation } from 'react-i18next';
import type { ZoneProfile } from '../../../../shared/ipc/view.ts';
import { inOrder } from './group-columns.ts';
import { GroupTable } from './GroupTable.tsx';
import type { LabelText } from './use-label-text.ts';

interface Props {
  readonly groups: ZoneProfile['groups'];
  readonly labels: LabelText;
}

/** Groups of the zone with their released figures; a hidden group says so and bears none. */
export function ProfileGroups({ groups, labels }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  if (groups.length === 0) return <p className="zone-summary">{t('zone.noGroups')}</p>;
  return (
    <GroupTable
      groups={inOrder(groups)}
      labels={labels}
      heading={t('zone.persons')}
      told={({ persons }) => persons?.toLocaleString(i18n.language) ?? t('zone.hidden')}
      look={({ persons }) => (persons === undefined ? 'zone-hidden-group' : undefined)}
    />
  );
}
