import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneProfile } from '../../../../shared/ipc/view.ts';
import { hiddenRuns, profileColumns, publishedPath } from './profile-columns.ts';

interface Props {
  readonly profile: ZoneProfile;
  readonly bin: number | 'total';
}

const mostColumns = 360;
const height = 48;

function share(at: number, of: number): string {
  return `${(at / Math.max(1, of)) * 100}%`;
}

/** A zone's released series: bars where published, hatched where hidden, empty where nothing is. */
export function ProfileChart({ profile, bin }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { states, values } = profile;
  const bins = states.length;
  const columns = useMemo(() => profileColumns(states, values, mostColumns), [states, values]);
  const largest = useMemo(() => columns.reduce((most, column) => Math.max(most, column.value), 0), [columns]);
  const path = useMemo(() => publishedPath(columns, largest, height), [columns, largest]);
  const runs = useMemo(() => hiddenRuns(columns), [columns]);
  const countOf = (state: 'published' | 'suppressed'): string =>
    states.reduce((sum, one) => sum + (zoneStates[one] === state ? 1 : 0), 0).toLocaleString(i18n.language);
  const summary = t(largest === 0 ? 'zone.nothingReleased' : 'zone.seriesSummary', {
    most: largest.toLocaleString(i18n.language),
    shown: countOf('published'),
    hidden: countOf('suppressed'),
    all: bins.toLocaleString(i18n.language),
  });
  return (
    <figure className="zone-chart">
      <figcaption>{t('zone.series')}</figcaption>
      <div className="zone-plot">
        <span className="zone-top" aria-hidden="true">
          {largest > 0 && largest.toLocaleString(i18n.language)}
        </span>
        {runs.map((run) => (
          <span
            key={run.from}
            className="zone-hidden-run"
            style={{ left: share(run.from, columns.length), width: share(run.to - run.from, columns.length) }}
          />
        ))}
        <svg
          viewBox={`0 0 ${Math.max(1, columns.length)} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={path} />
        </svg>
        {bin !== 'total' && (
          <span className="zone-now" style={{ left: share(bin, bins), width: share(1, bins) }} />
        )}
      </div>
      <p className="zone-summary">{summary}</p>
    </figure>
  );
}
