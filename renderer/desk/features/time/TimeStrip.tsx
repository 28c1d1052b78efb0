import './time.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { binLabel, periodLabel } from './bin-label.ts';
import { StripTrack } from './StripTrack.tsx';
import type { TimeStripProps } from './time-strip-props.ts';
import { usePlaying } from './use-playing.ts';

/** The period as bars: which time the map shows, and everything that moves it. */
export function TimeStrip(props: TimeStripProps): React.JSX.Element {
  const { t } = useTranslation();
  const { strip, bin, onBin, playing, onPlaying } = props;
  const bins = strip.starts.length;
  usePlaying({ bin, bins, playing, onBin, onPlaying });
  const title = useTitle(props);
  const play = (): void => {
    if (!playing && (bin === 'total' || bin >= bins - 1)) onBin(0);
    onPlaying(!playing);
  };
  const toggleTotal = (): void => {
    onPlaying(false);
    onBin(bin === 'total' ? 0 : 'total');
  };
  if (bins === 0) return <p className="time-strip time-none">{t('time.none')}</p>;
  return (
    <section className="time-strip" aria-label={t('time.title')}>
      <header className="time-head">
        <h2>{title}</h2>
        <span className="time-zone" title={t('time.zone', { zone: props.timeZone })}>
          <span className="time-roomy">{t('time.zone', { zone: props.timeZone })}</span>
          <span className="time-tight">{props.timeZone}</span>
        </span>
        <button type="button" className="time-button" onClick={play}>
          <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
            <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z'} fill="currentColor" />
          </svg>
          {t(playing ? 'time.pause' : 'time.play')}
        </button>
        <button
          type="button"
          className="time-button"
          aria-label={t('time.total')}
          aria-pressed={bin === 'total'}
          onClick={toggleTotal}
        >
          <span className="time-roomy">{t('time.total')}</span>
          <span className="time-tight">{t('time.totalShort')}</span>
        </button>
      </header>
      <StripTrack {...props} title={title} />
    </section>
  );
}

function useTitle({ strip, bin, timeZone, span }: TimeStripProps): string {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = (at: number) => ({ start: strip.starts[at] ?? 0, seconds: strip.seconds[at] ?? 0 });
    if (strip.starts.length === 0) return '';
    if (bin !== 'total') return binLabel(time(bin), timeZone, i18n.language);
    const shown = span ?? periodLabel(time(0), time(strip.starts.length - 1), timeZone, i18n.language);
    return t('time.wholePeriod', { span: shown });
  }, [strip, bin, timeZone, span, t, i18n.language]);
}
