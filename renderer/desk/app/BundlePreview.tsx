import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleStrip, bundleZoneValues } from '../features/inspect/bundle-values.ts';
import { bundleTable } from '../features/inspect/bundle-table.ts';
import { Answers } from '../features/preview/Answers.tsx';
import { zoneStates } from '../../../shared/ipc/view.ts';
import { BundleMap } from './BundleMap.tsx';
import type { BundleTable } from '../features/inspect/bundle-table.ts';
import type { ReleasedCounts } from '../features/preview/answers.ts';

/** What a buyer gets: the tables on the map over time, from the bundle alone, and what they answer. */
export function BundlePreview({ table }: { readonly table: BundleTable }) {
  const { t } = useTranslation();
  const counts = useMemo(() => countsOf(table), [table]);
  return (
    <div className="preview">
      <BundleMap table={table} />
      <aside className="preview-side" aria-label={t('preview.title')}>
        <p className="quiet">{t('preview.told')}</p>
        <Answers recipe={table.contents.recipe} counts={counts} />
      </aside>
    </div>
  );
}

/** Zones without any figure in the shown table, and hours of footfall in which no zone has one. */
function countsOf(table: BundleTable): ReleasedCounts {
  const { states } = bundleZoneValues(table, { bin: 'total' });
  const finest = table.contents.zones.flatMap(({ level }, zone) => (level === 0 ? [zone] : []));
  const published = zoneStates.indexOf('published');
  const footfall = bundleTable(table.contents, 'footfall');
  const strip = footfall?.columns.product === 'footfall' ? bundleStrip(footfall, {}).values : [];
  return {
    zones: finest.length,
    zonesWithout: finest.filter((zone) => states[zone] !== published).length,
    bins: strip.length,
    binsWithout: [...strip].filter((value) => value === 0).length,
  };
}
