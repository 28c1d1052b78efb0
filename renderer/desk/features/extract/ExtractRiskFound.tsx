import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Slider } from '../../ui/Slider.tsx';
import { ExtractRiskAdversaries } from './ExtractRiskAdversaries.tsx';
import { ExtractRiskDots } from './ExtractRiskDots.tsx';
import { ExtractRiskSurface } from './ExtractRiskSurface.tsx';
import { anonymityTexts, intervalText, sentenceCell, unicitySentence } from './extract-risk-text.ts';
import type { ExtractRisk } from '../../../../shared/ipc/extract-risk.ts';

/** How many moments the sentence starts with, as the first study of this kind did. */
const firstKnown = 4;

/** What was measured: a sentence with its dots, how it falls with resolution, and who could find somebody. */
export function ExtractRiskFound({
  report,
  stale,
}: {
  readonly report: ExtractRisk;
  readonly stale: boolean;
}) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const [known, setKnown] = useState(firstKnown);
  const place = report.unicity.places[0]?.kind === 'position' ? 'position' : 'cell';
  return (
    <div className={stale ? 'loss-found stale' : 'loss-found'}>
      <p className="loss-sentence" aria-live="polite">
        {unicitySentence(speech, report, known)}
      </p>
      <div className="loss-halves">
        <div className="loss-half">
          <ExtractRiskDots share={sentenceCell(report)?.shares[known - 1]?.share ?? 0} />
          <Slider
            label={t('loss.slider')}
            value={known}
            least={1}
            most={sentenceCell(report)?.shares.length ?? 1}
            text={t('loss.known', { count: known })}
            onSlide={setKnown}
          />
          <p className="loss-known">{t('loss.known', { count: known })}</p>
          <p className="quiet small">
            {t(`loss.moment.${place}`)} {intervalText(speech, report, known)}
          </p>
          <h3>{t('loss.anonymity.title')}</h3>
          <ul className="loss-lines small">
            {anonymityTexts(speech, report).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
        <div className="loss-half">
          <ExtractRiskSurface report={report} known={known} />
        </div>
      </div>
      <ExtractRiskAdversaries report={report} />
    </div>
  );
}
