import './protection.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Section } from '../../ui/Section.tsx';
import { DensityPicture } from './DensityPicture.tsx';
import { UtilityTable } from './UtilityTable.tsx';
import type { ProtectionReport, TableProtection } from '../../../../shared/ipc/protection.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { TimeBin } from '../../../../shared/recipe/recipe.ts';

export interface UtilityCardProps {
  readonly report: ProtectionReport;
  /** The table that is shown. */
  readonly product: Product;
  /** Length of its times. */
  readonly timeBin: TimeBin;
  readonly stale: boolean;
}

/** How good the tables still are: of the shown one what the four figures do not say, and all of them beside each other. */
export function UtilityCard({ report, product, timeBin, stale }: UtilityCardProps) {
  const { t } = useTranslation();
  const shown = report.tables.find((table) => table.product === product);
  return (
    <Section title={t('protection.utility.title')} aside={shown && t(`products.name.${product}`)}>
      <div className={stale ? 'utility stale' : 'utility'} aria-busy={stale}>
        {shown !== undefined && <OneTable table={shown} timeBin={timeBin} />}
        <UtilityTable tables={report.tables} />
      </div>
    </Section>
  );
}

function OneTable({ table, timeBin }: { readonly table: TableProtection; readonly timeBin: TimeBin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { utility, groups } = table;
  const { zonesCovered, zones, binsCovered, bins } = utility;
  const of = (part: number, all: number) =>
    t('protection.utility.of', { part: format.number(part), all: format.number(all) });
  return (
    <>
      <div className="utility-figures">
        <Figure value={of(zonesCovered, zones)} text={t('protection.utility.zones')} />
        {bins > 0 && <Figure value={of(binsCovered, bins)} text={t(`protection.utility.bins.${timeBin}`)} />}
        <Figure
          value={groups > 0 ? `±${format.percent(utility.busiestMedianError)}` : '–'}
          text={t('protection.utility.busiest')}
          exact={t('protection.utility.busiestTold')}
        />
      </div>
      {utility.zones >= utility.hiddenByDensity.length && <DensityPicture shares={utility.hiddenByDensity} />}
    </>
  );
}
