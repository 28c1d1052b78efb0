import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { minutesText, placeText, sentenceCell, shortInHundred, slopeText } from './extract-risk-text.ts';
import type { ExtractRisk } from '../../../../shared/ipc/extract-risk.ts';

export interface ExtractRiskSurfaceProps {
  readonly report: ExtractRisk;
  /** Moments that are known. */
  readonly known: number;
}

/** How many people are found alone where places and times are seen ever less exactly: a table whose darker fields hold more. */
export function ExtractRiskSurface({ report, known }: ExtractRiskSurfaceProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { places, minutes, surface } = report.unicity;
  const own = sentenceCell(report);
  const slope = slopeText(speech, report, known);
  return (
    <>
      <h3>{t('loss.surface.title')}</h3>
      <table className="loss-surface">
        <caption className="quiet small">{t('loss.surface.caption', { count: known })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loss.surface.places')}</th>
            {minutes.map((length) => (
              <th key={length} scope="col">
                {minutesText(speech, length)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((sight, place) => (
            <tr key={`${sight.kind} ${sight.step}`}>
              <th scope="row">{placeText(speech, sight)}</th>
              {minutes.map((length, time) => {
                const cell = surface.find((one) => one.place === place && one.time === time);
                const share = cell?.shares[known - 1]?.share ?? 0;
                const frame = cell !== undefined && cell === own ? ' loss-here' : '';
                return (
                  <td key={length} className={`loss-heat-${Math.ceil(share * 5)}${frame}`}>
                    {shortInHundred(speech, share)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        {t('loss.surface.here')} {slope}
      </p>
    </>
  );
}
