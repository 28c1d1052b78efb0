import './zone.css';
import { useTranslation } from 'react-i18next';
import type { TimeStrip, ZoneProfile, ZoneShape } from '../../../../shared/ipc/view.ts';
import type { Product } from '../../../../shared/products/product.ts';
import type { GroupWords } from '../../language/use-group-words.ts';
import { HiddenRanges, type HiddenRangesProps } from './HiddenRanges.tsx';
import { ProfileChart } from './ProfileChart.tsx';
import { ProfileGroups } from './ProfileGroups.tsx';
import { useLabelText } from './use-label-text.ts';

export interface ZoneProfilePanelProps {
  readonly profile: ZoneProfile;
  readonly strip: TimeStrip;
  readonly shape: ZoneShape;
  readonly timeZone: string;
  readonly bin: number | 'total';
  readonly onClose: () => void;
  /** The table the profile is of; footfall when left out. */
  readonly product?: Product;
  /** Names of bands and of other zones, where the table has them. */
  readonly words?: GroupWords;
  /** What a reader could work out; left out where nobody can tell. */
  readonly ranges?: HiddenRangesProps;
}

/** What is released of one zone: its series, how many groups are hidden, and its groups at the shown time. */
export function ZoneProfilePanel(props: ZoneProfilePanelProps): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { profile, strip, shape, timeZone, bin, product = 'footfall', ranges } = props;
  const labels = useLabelText(product, props.words);
  const timed = strip.starts.length > 0;
  const start = bin === 'total' ? undefined : strip.starts[bin];
  const when =
    start === undefined
      ? t('zone.groupsTotal')
      : `${t('zone.groupsAt')}, ${clockOf(start, timeZone, i18n.language)}`;
  return (
    <section className="zone-panel" aria-label={t('zone.title', { name: shape.name })}>
      <ZoneHead shape={shape} onClose={props.onClose} />
      {timed && <ProfileChart profile={profile} bin={bin} />}
      <ZoneCounts profile={profile} />
      {timed && start === undefined && profile.groups.length === 0 ? (
        <p className="zone-summary">{t('zone.chooseTime')}</p>
      ) : (
        <>
          <h3>{when}</h3>
          <ProfileGroups groups={profile.groups} labels={labels} />
        </>
      )}
      {ranges !== undefined && <HiddenRanges {...ranges} labels={labels} />}
    </section>
  );
}

function ZoneHead({ shape, onClose }: Pick<ZoneProfilePanelProps, 'shape' | 'onClose'>) {
  const { t } = useTranslation();
  return (
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
  );
}

function ZoneCounts({ profile }: Pick<ZoneProfilePanelProps, 'profile'>) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="zone-counts">
      <div>
        <dt>{t('zone.publishedGroups')}</dt>
        <dd>{profile.publishedGroups.toLocaleString(i18n.language)}</dd>
      </div>
      <div>
        <dt>{t('zone.hiddenGroups')}</dt>
        <dd>{profile.suppressedGroups.toLocaleString(i18n.language)}</dd>
      </div>
    </dl>
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
