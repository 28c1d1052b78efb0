import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { shortInHundred } from './extract-risk-text.ts';
import type { ExtractRisk, MeasuredAdversary } from '../../../../shared/ipc/extract-risk.ts';

const shares = ['atOne', 'atLeastHalf', 'aboveFifth'] as const;
const amounts = [2, 3] as const;

/** One bar for each kind of knowledge about a person: how many people it would find, alone or among few. */
export function ExtractRiskAdversaries({ report }: { readonly report: ExtractRisk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amount, setAmount] = useState<number>(3);
  const rows = report.adversaries.filter(({ kind, known }) => kind === 'homeWork' || known === amount);
  const drawn = report.adversaries.find(({ personsSampled }) => personsSampled)?.persons;
  const tolerance = format.percent(report.tolerance);
  return (
    <section className="loss-adversaries" aria-label={t('loss.adversaries.title')}>
      <div className="loss-head">
        <h3>{t('loss.adversaries.title')}</h3>
        <Segmented
          label={t('loss.adversaries.knows')}
          value={`${amount}`}
          choices={amounts.map((count) => ({
            value: `${count}`,
            text: t('loss.adversaries.things', { count }),
          }))}
          onChoose={(value) => setAmount(Number(value))}
        />
      </div>
      <table>
        <caption className="quiet small">{t('loss.adversaries.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('loss.adversaries.who')}
            </th>
            {shares.map((share) => (
              <th key={share} scope="col" className={`loss-number loss-key loss-key-${share}`}>
                {t(`loss.adversaries.${share}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((risk) => (
            <Row key={risk.kind} risk={risk} />
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        {drawn === undefined
          ? t('loss.adversaries.toldAll', { tolerance })
          : t('loss.adversaries.told', { tolerance, drawn: format.number(drawn) })}{' '}
        {rows.some(({ instancesSampled }) => instancesSampled) && t('loss.adversaries.atLeast')}
      </p>
    </section>
  );
}

function Row({ risk }: { readonly risk: MeasuredAdversary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, known, instancesSampled } = risk;
  const sign = instancesSampled ? '≥ ' : '';
  return (
    <tr data-adversary={kind}>
      <th scope="row">{t(`loss.adversaries.${kind}`, { count: known })}</th>
      <td className="loss-bar-place">
        <svg className="loss-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          {shares.toReversed().map((share) => (
            <rect key={share} className={`loss-bar-${share}`} width={100 * risk[share]} height={10} />
          ))}
        </svg>
      </td>
      {shares.map((share) => (
        <td
          key={share}
          className="loss-number"
        >{`${risk[share] < 1 ? sign : ''}${shortInHundred({ format }, risk[share])}`}</td>
      ))}
    </tr>
  );
}
