import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Comparison } from '../features/inspect/Comparison.tsx';
import { bundleTable } from '../features/inspect/bundle-table.ts';
import { bundleZoneValues } from '../features/inspect/bundle-values.ts';
import { classBreaks } from '../features/map/class-breaks.ts';
import { rampSteps } from '../features/map/map-colors.ts';
import { useFormat } from '../language/format.ts';
import { useFailureText } from '../language/use-failure-text.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { ZoneSketch } from './ZoneSketch.tsx';
import type { Contents } from '../features/inspect/bundle-table.ts';
import '../features/compare/compare.css';

/** The open bundle beside an earlier one: what changed between them, and their maps. */
export function BundleCompare({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const earlier = useDesk((state) => state.earlierBundle);
  const failure = useDesk((state) => state.earlierFailure);
  const comparing = useDesk((state) => state.bundleComparing);
  const comparison = useDesk((state) => state.bundleComparison);
  return (
    <div className="inspect-compare">
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      <Choice isChosen={earlier !== undefined} />
      {comparing && <Working />}
      {comparison !== undefined && earlier?.contents !== undefined && (
        <Comparison comparison={comparison} zoneName={zoneNames([contents, earlier.contents])} />
      )}
      {earlier?.contents !== undefined && (
        <Maps own={contents} other={earlier.contents} name={earlier.fileName} />
      )}
      {earlier !== undefined && earlier.handle === undefined && (
        <Notice tone="bad">{t('bundle.compare.broken', { name: earlier.fileName })}</Notice>
      )}
    </div>
  );
}

function Choice({ isChosen }: { readonly isChosen: boolean }) {
  const { t } = useTranslation();
  const opening = useDesk((state) => state.earlierOpening);
  const choose = useDesk((state) => state.chooseEarlier);
  const drop = useDesk((state) => state.dropEarlier);
  return (
    <div className="inspect-choice">
      <Button look={isChosen ? 'plain' : 'primary'} disabled={opening} onPress={() => void choose()}>
        {t(isChosen ? 'bundle.compare.chooseOther' : 'bundle.compare.choose')}
      </Button>
      {isChosen && <Button onPress={drop}>{t('bundle.compare.drop')}</Button>}
      <p className="quiet">{t('bundle.compare.teach')}</p>
    </div>
  );
}

function Working() {
  const { t } = useTranslation();
  const stop = useDesk((state) => state.stopBundleAttacks);
  return (
    <div className="bundle-comparing">
      <p aria-live="polite">{t('bundle.compare.working')}</p>
      <Progress label={t('bundle.compare.working')} done={undefined} />
      <Button onPress={stop}>{t('attacks.run.cancel')}</Button>
    </div>
  );
}

function zoneNames(bundles: readonly Contents[]): (zoneId: string) => string {
  const names = new Map(bundles.flatMap(({ zones }) => zones.map(({ zoneId, name }) => [zoneId, name])));
  return (zoneId) => names.get(zoneId) ?? zoneId;
}

interface MapsProps {
  readonly own: Contents;
  readonly other: Contents;
  readonly name: string;
}

/** Both releases of one table over the whole period, in one set of classes. */
function Maps({ own, other, name }: MapsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = useDesk((state) => state.bundleProduct);
  const product = useMemo(() => bundleTable(own, chosen)?.columns.product, [own, chosen]);
  const pictures = useMemo(
    () =>
      [own, other].map((contents) => {
        const table = bundleTable(contents, product);
        return table?.columns.product === product && table
          ? { contents, values: bundleZoneValues(table, { bin: 'total' }) }
          : { contents, values: undefined };
      }),
    [own, other, product],
  );
  const breaks = classBreaks(
    pictures.flatMap(({ values }) => (values === undefined ? [] : [...values.values])),
    rampSteps,
  );
  if (product === undefined) return null;
  const titles = [t('bundle.compare.this'), name];
  return (
    <div className="compare-maps">
      {pictures.map(({ contents, values }, i) => (
        <figure key={titles[i]}>
          <figcaption>
            <strong>{titles[i]}</strong> · {t(`products.name.${product}`)}
            {contents.recipe.period !== null &&
              ` · ${format.period(contents.recipe.period.from, contents.recipe.period.to)}`}
          </figcaption>
          {values === undefined ? (
            <p className="quiet">{t('bundle.compare.noTable')}</p>
          ) : (
            <ZoneSketch shapes={contents.zones} values={values} breaks={breaks} />
          )}
        </figure>
      ))}
    </div>
  );
}
