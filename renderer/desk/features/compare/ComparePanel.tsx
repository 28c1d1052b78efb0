import './compare.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import type { ReactNode } from 'react';
import type { Product } from '../../../../shared/products/product.ts';
import type { SideFigures } from './figure-rows.ts';

/** One parameter that differs, in words. */
export interface ChangedParameter {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

export interface ComparePanelProps {
  readonly product: Product;
  readonly changed: readonly ChangedParameter[];
  readonly a: SideFigures;
  readonly b: SideFigures;
  /** Whether the figures are of another pair than the one that is named. */
  readonly stale: boolean;
  readonly failure: string | undefined;
  /** Maps of A and B, left and right; absent until both are known. */
  readonly maps: { readonly a: ReactNode; readonly b: ReactNode } | undefined;
  readonly onSwitch: () => void;
  readonly onKeep: () => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Two recipes side by side: what differs, the key figures, and the maps. */
export function ComparePanel(props: ComparePanelProps) {
  const { t } = useTranslation();
  const { product, changed, a, b, stale, failure, maps } = props;
  return (
    <div className="compare">
      <div className="compare-head">
        <h2>{t('compare.title')}</h2>
        <Button onPress={props.onClose}>{t('compare.close')}</Button>
      </div>
      {failure !== undefined && <Notice tone="bad">{failure}</Notice>}
      <div className="compare-body">
        <section className="compare-part">
          <h3>{t('compare.changed')}</h3>
          <Changed changed={changed} />
        </section>
        <section className={stale ? 'compare-part stale' : 'compare-part'} aria-busy={stale}>
          <h3>{t('compare.figures', { table: t(`products.name.${product}`) })}</h3>
          <CompareFigures product={product} a={a} b={b} />
        </section>
      </div>
      {maps !== undefined && (
        <div className={stale ? 'compare-maps stale' : 'compare-maps'}>
          <figure>
            <figcaption>{t('compare.a')}</figcaption>
            {maps.a}
          </figure>
          <figure>
            <figcaption>{t('compare.b')}</figcaption>
            {maps.b}
          </figure>
        </div>
      )}
      {maps !== undefined && <p className="quiet small">{t('compare.mapTold')}</p>}
      <div className="compare-actions">
        <Button onPress={props.onForget}>{t('compare.forget')}</Button>
        <Button blocked={changed.length === 0 ? t('compare.same') : undefined} onPress={props.onKeep}>
          {t('compare.keepAgain')}
        </Button>
        <Button
          look="primary"
          blocked={changed.length === 0 ? t('compare.same') : undefined}
          onPress={props.onSwitch}
        >
          {t('compare.switch')}
        </Button>
      </div>
    </div>
  );
}

function Changed({ changed }: { readonly changed: readonly ChangedParameter[] }) {
  const { t } = useTranslation();
  if (changed.length === 0) return <p className="quiet">{t('compare.teach')}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('compare.parameter')}</th>
          <th scope="col">{t('compare.a')}</th>
          <th scope="col">{t('compare.b')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((one) => (
          <tr key={one.name}>
            <th scope="row">{one.name}</th>
            <td>{one.a}</td>
            <td>{one.b}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
