import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Figure } from '../../ui/Figure.tsx';
import type { ViewSummary } from '../../../../shared/ipc/view.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { TimeBin } from '../../../../shared/recipe/recipe.ts';
import './summary.css';

export interface SummaryFiguresProps {
  readonly summary: ViewSummary;
  readonly product: Product;
  /** Length of the times of that product. */
  readonly timeBin: TimeBin;
  readonly stale: boolean;
  /** Where figures bear noise: their usual error with it, and whether it is known yet. Left out where they bear none. */
  readonly noisyError?: { readonly value: number | undefined };
}

const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);

/** The four figures beside the pictures, each with its unit. */
export function SummaryFigures({ summary, product, timeBin, stale, noisyError }: SummaryFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (fraction: number | undefined) => (fraction === undefined ? '–' : format.percent(fraction));
  const { published, groups, personBinsPublished, personBins, smallestPublished, medianRoundingError } =
    summary;
  return (
    <div className={stale ? 'summary-figures stale' : 'summary-figures'}>
      <Figure
        value={format.number(published)}
        text={t('summary.published', { share: percent(share(published, groups)) })}
        exact={t('summary.publishedExact', {
          published: format.number(published),
          groups: format.number(groups),
        })}
      />
      <Figure
        value={percent(share(personBinsPublished, personBins))}
        text={t(
          product === 'frequency' || product === 'catchment'
            ? 'summary.keptPersons'
            : `summary.kept.${timeBin}`,
        )}
        exact={t('summary.keptExact', {
          kept: format.number(personBinsPublished),
          all: format.number(personBins),
        })}
      />
      <Figure
        value={smallestPublished === undefined ? '–' : format.number(smallestPublished)}
        text={t(noisyError === undefined ? 'summary.smallest' : 'summary.smallestNoisy')}
      />
      {noisyError === undefined ? (
        <Figure
          value={published === 0 ? '–' : `±${format.percent(medianRoundingError)}`}
          text={t('summary.rounding')}
        />
      ) : (
        <Figure
          value={noisyError.value === undefined ? '–' : `±${format.percent(noisyError.value)}`}
          text={t('summary.noise')}
        />
      )}
    </div>
  );
}
