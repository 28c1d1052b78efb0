import { useTranslation } from 'react-i18next';
import { columnsOf, groupKey, type GroupLabels } from './group-columns.ts';
import type { LabelText } from './use-label-text.ts';

interface Props<Group extends GroupLabels> {
  readonly groups: readonly Group[];
  readonly labels: LabelText;
  /** What the last column tells of a group. */
  readonly heading: string;
  readonly told: (group: Group) => string;
  /** Class of a row that stands out. */
  readonly look?: (group: Group) => string | undefined;
}

/** Groups of one zone and time by what they differ in, each with what is told of it. */
export function GroupTable<Group extends GroupLabels>(props: Props<Group>): React.JSX.Element {
  const { t } = useTranslation();
  const { groups, labels, heading, told, look } = props;
  const columns = columnsOf(groups);
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
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={groupKey(group)} className={look?.(group)}>
            {columns.map((column) => (
              <td key={column}>{labels.text(column, group)}</td>
            ))}
            {columns.length === 0 && <td>{t('zone.everyone')}</td>}
            <td>{told(group)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
