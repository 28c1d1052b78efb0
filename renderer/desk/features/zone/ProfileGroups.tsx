import { useTranslation } from 'react-i18next';
import type { ZoneProfile } from '../../../../shared/ipc/view.ts';
import { columnsOf, groupKey, inOrder } from './group-columns.ts';
import type { LabelText } from './use-label-text.ts';

interface Props {
  readonly groups: ZoneProfile['groups'];
  readonly labels: LabelText;
}

/** Groups of the zone with their released figures; a hidden group says so and bears none. */
export function ProfileGroups({ groups, labels }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const columns = columnsOf(groups);
  if (groups.length === 0) return <p className="zone-summary">{t('zone.noGroups')}</p>;
  return (
    <table className="zone-groups">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {labels.heading(column)}
            </th>
          ))}
          {columns.length === 0 && <th scope="col">{t('zone.group')}</th>}
          <th scope="col">{t('zone.persons')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(groups).map((group) => (
          <tr key={groupKey(group)}>
            {columns.map((column) => (
              <td key={column}>{labels.text(column, group)}</td>
            ))}
            {columns.length === 0 && <td>{t('zone.everyone')}</td>}
            {group.persons === undefined ? (
              <td className="zone-hidden-cell">{t('zone.hidden')}</td>
            ) : (
              <td>{group.persons.toLocaleString(i18n.language)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
