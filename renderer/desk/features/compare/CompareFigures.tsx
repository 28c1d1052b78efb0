import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { figureRows } from './figure-rows.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { FigureRow, SideFigures } from './figure-rows.ts';

export interface CompareFiguresProps {
  readonly product: Product;
  readonly a: SideFigures;
  readonly b: SideFigures;
}

/** Key figures of both recipes; what was not worked out is said to be so. */
export function CompareFigures({ product, a, b }: CompareFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = ({ as, of }: FigureRow, side: SideFigures): string => {
    const value = of(side);
    if (value === undefined && side.report !== undefined) return '–';
    if (value === undefined) return t(side.working === true ? 'compare.working' : 'gates.word.notTested');
    if (as === 'number') return format.number(value);
    return as === 'percent' ? format.percent(value) : `±${format.percent(value)}`;
  };
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('compare.figure.name')}</th>
          <th scope="col" className="numeric">
            {t('compare.a')}
          </th>
          <th scope="col" className="numeric">
            {t('compare.b')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figureRows(product).map((row) => (
          <tr key={row.id}>
            <th scope="row">{t(`compare.figure.${row.id}`)}</th>
            <td className="numeric">{shown(row, a)}</td>
            <td className="numeric">{shown(row, b)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
