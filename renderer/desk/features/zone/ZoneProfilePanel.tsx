import './zone.css';
import { useTranslation } from 'react-i18next';
import type { TimeStrip, ZoneProfile, ZoneShape } from '../../../../shared/ipc/view.ts';
import { ProfileChart } from './ProfileChart.tsx';
import { ProfileGroups } from './ProfileGroups.tsx';

export interface ZoneProfilePanelProps {
  readonly profile: ZoneProfile;
  readonly strip: TimeStrip;
  readonly shape: ZoneShape;
  readonly timeZone: string;
  readonly bin: number | 'total';
  readonly onClose: () => void;
}

/** What is released of one zone: its series, how many groups are hidden, and its groups at the shown time. */
export function ZoneProfilePanel({
  profile,
  strip,
  shape,
  timeZone,
  bin,
  onClose,
}: ZoneProfilePanelProps): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const start = bin === 'total' ? undefined : strip.starts[bin];
  const when =
    start === undefined
      ? t('zone.groupsTotal')
      : `${t('zone.groupsAt')}, ${clockOf(start, timeZone, i18n.language)}`;
  return (
    <section className="zone-panel" aria-label={t('zone.title', { name: shape.name })}>
      <header className="zone-head">
        <h2>{shape.name}</h2>
        {shape.name !== shape.zoneId && <span className="zone-id">{shape.zoneId}</span>}
        <button
          type="button"
          className="zone-close"
          aria-label={t('zone.close')}
          title={t('zone.close')}
          onClick={onClose}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      <ProfileChart profile={profile} bin={bin} />
      <dl className="zone-counts">
        <div>
          <dt>{t('zone.publishedGroups')}</dt>
          <dd>{number(profile.publishedGroups)}</dd>
        </div>
        <div>
          <dt>{t('zone.hiddenGroups')}</dt>
          <dd>{number(profile.suppressedGroups)}</dd>
        </div>
      </dl>
      {start === undefined && profile.groups.length === 0 ? (
        <p className="zone-summary">{t('zone.chooseTime')}</p>
      ) : (
        <>
          <h3>{when}</h3>
          <ProfileGroups groups={profile.groups} />
        </>
      )}
    </section>
  );
}

function clockOf(second: number, timeZone: string, language: string): string {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(second * 1000);
}
