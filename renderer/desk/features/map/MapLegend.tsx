import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates } from '../../../../shared/ipc/view.ts';
import { ArcLegend } from './ArcLegend.tsx';
import { LegendNote, type LegendNotes } from './LegendNote.tsx';
import { legendLabel } from './legend-label.ts';
import { rampStep } from './ramp-step.ts';
import type { DrawnArcs } from './use-arcs.ts';
import type { ZoneWording } from './use-zone-text.ts';

const outside = zoneStates.indexOf('outOfScope');

interface Props extends ZoneWording {
  readonly breaks: readonly number[];
  /** All figures the classes stand for; the largest is told. */
  readonly figures: Int32Array;
  readonly brushShown: boolean;
  /** Whether zones are marked where an attack found something. */
  readonly foundShown: boolean;
  /** Whether slivers between zone maps are drawn. */
  readonly sliverShown: boolean;
  /** Present where flows are drawn instead of figures of zones. */
  readonly arcs: DrawnArcs | undefined;
  /** Further sentences about what is shown. */
  readonly notes: LegendNotes;
  /** There are no zones at all. */
  readonly empty: boolean;
}

/** Says what each colour and pattern of the map means, with the lower bound of each class. */
export function MapLegend(props: Props): React.JSX.Element {
  const { t } = useTranslation();
  const { picture, arcs, notes } = props;
  if (props.empty) return <p className="map-empty">{t('map.noZones')}</p>;
  return (
    <section
      className={arcs === undefined ? 'map-legend' : 'map-legend map-legend-arcs'}
      data-over-map
      aria-label={t('map.legend')}
    >
      <p className="map-legend-scope">{t(`map.scope.${picture.kind}.${props.unit}`, { ...picture })}</p>
      {arcs === undefined ? (
        <>
          <Classes {...props} />
          <LegendNote {...notes} />
        </>
      ) : (
        <ArcLegend drawn={arcs} minimumPersons={props.minimumPersons} notes={notes} />
      )}
      <States {...props} />
    </section>
  );
}

function States({ values, arcs, hiddenWhy, minimumPersons, ...props }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const minimum = minimumPersons.toLocaleString(i18n.language);
  const brushed = props.brushShown && <Entry look="brushed" text={t('map.brushed')} />;
  const found = (
    <>
      {props.foundShown && <Entry look="found" text={t('map.found')} />}
      {props.sliverShown && <Entry look="sliver" text={t('findings.sliver.legend')} />}
    </>
  );
  if (arcs !== undefined)
    return (
      <ul className="map-legend-states">
        <li>{t(`map.arcs.hidden.${hiddenWhy}`, { minimum })}</li>
        {brushed}
        {found}
      </ul>
    );
  return (
    <ul className="map-legend-states">
      <Entry look="hidden" text={t(`map.hidden.${hiddenWhy}`, { minimum })} />
      {props.zeroShown && <Entry look="zero" text={t('map.zero')} />}
      {values?.states.includes(outside) && <Entry look="outside" text={t('map.outside')} />}
      {brushed}
      {found}
    </ul>
  );
}

function Classes({ breaks, figures }: Pick<Props, 'breaks' | 'figures'>): React.JSX.Element | null {
  const { t, i18n } = useTranslation();
  const largest = useMemo(() => figures.reduce((most, value) => Math.max(most, value), 0), [figures]);
  if (breaks.length === 0) return null;
  return (
    <ol className="map-legend-classes">
      {breaks.map((low, at) => (
        <li key={low}>
          <span className={`map-swatch map-step-${rampStep(at, breaks.length) + 1}`} aria-hidden="true" />
          <span>
            {legendLabel(low, i18n.language)}
            {at + 1 === breaks.length && largest > low && (
              <span className="map-legend-top">
                {' '}
                {t('map.upTo', { shown: legendLabel(largest, i18n.language) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Entry({ look, text }: { readonly look: string; readonly text: string }): React.JSX.Element {
  return (
    <li>
      <span className={`map-swatch map-swatch-${look}`} aria-hidden="true" />
      {text}
    </li>
  );
}
