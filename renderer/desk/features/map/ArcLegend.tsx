import { useTranslation } from 'react-i18next';
import { arcWidth, sampleFigures } from './arc-scale.ts';
import { LegendNote, type LegendNotes } from './LegendNote.tsx';
import { legendLabel } from './legend-label.ts';
import type { DrawnArcs } from './use-arcs.ts';

interface Props {
  readonly drawn: DrawnArcs;
  readonly minimumPersons: number;
  /** Further sentences about what is shown. */
  readonly notes: LegendNotes;
}

/** What the width of a drawn flow means, and how many are drawn. */
export function ArcLegend({ drawn, minimumPersons, notes }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const count = drawn.arcs?.value.length ?? 0;
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const largest =
    count < drawn.published
      ? [t('map.arcs.largest', { shown: number(count), all: number(drawn.published) })]
      : [];
  const told = count === 0 ? [t('map.arcs.none')] : [t('map.arcs.direction'), ...largest];
  return (
    <>
      {count > 0 && (
        <ul className="map-arc-samples">
          {sampleFigures(drawn.most, minimumPersons).map((figure) => (
            <li key={figure}>
              <ArcSample width={arcWidth(figure, drawn.most)} />
              {legendLabel(figure, i18n.language)}
            </li>
          ))}
        </ul>
      )}
      <LegendNote told={[...told, ...notes.told]} hint={notes.hint} />
    </>
  );
}

function ArcSample({ width }: { readonly width: number }): React.JSX.Element {
  const half = (width * 1.5 + 6) / 2;
  return (
    <svg className="map-arc-sample" width="40" height="22" viewBox="0 0 40 22" aria-hidden="true">
      <path d="M1 11H26" strokeWidth={width} />
      <path
        className="map-arc-head"
        d={`M26 ${11 - half}l${Math.min(13, half * 1.8)} ${half}l${-Math.min(13, half * 1.8)} ${half}z`}
      />
    </svg>
  );
}
