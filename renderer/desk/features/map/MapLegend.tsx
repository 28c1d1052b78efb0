import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneValues } from '../../../../shared/ipc/view.ts';
import { legendLabel } from './legend-label.ts';
import { rampStep } from './ramp-step.ts';
import type { ZoneUnit } from './use-zone-text.ts';
import { publishedValues } from './zone-paint.ts';

const outside = zoneStates.indexOf('outOfScope');

interface Props {
  readonly breaks: readonly number[];
  readonly values: ZoneValues | undefined;
  readonly unit: ZoneUnit;
  readonly minimumPersons: number;
  readonly zeroShown: boolean;
  readonly brushShown: boolean;
  /** There are no zones at all. */
  readonly empty: boolean;
}

/** Says what each colour and pattern of the map means, with the lower bound of each class. */
export function MapLegend(props: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { breaks, values } = props;
  const largest = useMemo(
    () => publishedValues(values).reduce((most, value) => Math.max(most, value), 0),
    [values],
  );
  const outsideShown = values?.states.includes(outside) ?? false;
  const minimum = props.minimumPersons.toLocaleString(i18n.language);
  if (props.empty) return <p className="map-empty">{t('map.noZones')}</p>;
  return (
    <section className="map-legend" data-over-map aria-label={t('map.legend')}>
      <p className="map-legend-scope">{t(`map.scope.${props.unit}`)}</p>
      {breaks.length > 0 && (
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
      )}
      <ul className="map-legend-states">
        <Entry look="hidden" text={t('map.hidden', { minimum })} />
        {props.zeroShown && <Entry look="zero" text={t('map.zero')} />}
        {outsideShown && <Entry look="outside" text={t('map.outside')} />}
        {props.brushShown && <Entry look="brushed" text={t('map.brushed')} />}
      </ul>
    </section>
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
