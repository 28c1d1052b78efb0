import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { inHundred, recoveryRows } from '../../language/attack-figures.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

/** What following people gets right beside the four ways that follow nobody; nothing while one of them is missing. */
export function RecoveryBaselines({ report }: { readonly report: AttackReport }) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const rows = recoveryRows(report);
  if (rows.length === 0) return null;
  return (
    <table className="baselines" title={t('attacks.baselines.told')}>
      <thead>
        <tr>
          <th scope="col">{t('attacks.baselines.title')}</th>
          <th scope="col">{t('attacks.baselines.all')}</th>
          <th scope="col">{t('attacks.baselines.away')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, allHours, away }) => (
          <tr key={name} className={name === 'attack' ? 'baselines-attack' : undefined}>
            <th scope="row">{t(`attacks.baselines.${name}`)}</th>
            <td>{inHundred(speech, allHours)}</td>
            <td>{inHundred(speech, away)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
