import { useTranslation } from 'react-i18next';
import { FindingSign } from './FindingSign.tsx';
import type { Measure } from './histogram-bars.ts';

interface Props {
  readonly total: number | undefined;
  /** Whether noise decides what is published. */
  readonly noisy: boolean;
  /** Whether an attack found something through a figure. */
  readonly found: boolean;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

const measures = ['groups', 'persons'] as const;

/** Title, total, what is counted, and what solid, hatched and cross-hatched mean. */
export function HistogramHead({ total, noisy, found, measure, onMeasure }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const key = measure === 'groups' ? 'histogram.totalGroups' : 'histogram.totalPersons';
  return (
    <header className="risk-head">
      <div>
        <h2>{t('histogram.title')}</h2>
        {total !== undefined && <p>{t(key, { count: total, shown: total.toLocaleString(i18n.language) })}</p>}
      </div>
      <div>
        <fieldset className="risk-measure" aria-label={t('histogram.measure')}>
          {measures.map((one) => (
            <button key={one} type="button" aria-pressed={one === measure} onClick={() => onMeasure(one)}>
              {t(`histogram.${one}`)}
            </button>
          ))}
        </fieldset>
        <p className="risk-key">
          <Key part="published" name="published" />
          <Key part="hidden" name={noisy ? 'hiddenNoisy' : 'hidden'} />
          {!noisy && <Key part="secondary" name="secondary" />}
          {found && (
            <span>
              <FindingSign />
              {t('histogram.findings')}
            </span>
          )}
        </p>
      </div>
    </header>
  );
}

interface KeyProps {
  readonly part: 'published' | 'hidden' | 'secondary';
  readonly name: string;
}

function Key({ part, name }: KeyProps): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <span>
      <span className={`risk-swatch risk-swatch-${part}`} aria-hidden="true" />
      {t(`histogram.${name}`)}
    </span>
  );
}
