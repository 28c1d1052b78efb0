import { useTranslation } from 'react-i18next';
import { genders } from '../../../../shared/recipe/age-bands.ts';
import type { ZoneProfile } from '../../../../shared/ipc/view.ts';

type Group = ZoneProfile['groups'][number];

/** Groups of the zone with their released figures; a hidden group says so and bears none. */
export function ProfileGroups({ groups }: { readonly groups: readonly Group[] }): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const byAge = groups.some((group) => group.ageBand !== undefined);
  const byGender = groups.some((group) => group.gender !== undefined);
  const gender = (name: string | undefined): string =>
    genders.some((known) => known === name) ? t(`zone.genders.${name}`) : (name ?? '');
  const age = (band: string | undefined): string =>
    band === 'unknown' ? t('zone.unknownAge') : (band?.replace('-', '–') ?? '');
  if (groups.length === 0) return <p className="zone-summary">{t('zone.noGroups')}</p>;
  return (
    <table className="zone-groups">
      <thead>
        <tr>
          {byAge && <th scope="col">{t('zone.age')}</th>}
          {byGender && <th scope="col">{t('zone.gender')}</th>}
          {!byAge && !byGender && <th scope="col">{t('zone.group')}</th>}
          <th scope="col">{t('zone.persons')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.ageBand ?? ''}/${group.gender ?? ''}`}>
            {byAge && <td>{age(group.ageBand)}</td>}
            {byGender && <td>{gender(group.gender)}</td>}
            {!byAge && !byGender && <td>{t('zone.everyone')}</td>}
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
