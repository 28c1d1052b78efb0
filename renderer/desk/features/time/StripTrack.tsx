/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native range cannot be a row of bars */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayTicks, roomyTicks } from './day-ticks.ts';
import { StripTip } from './StripTip.tsx';
import type { TimeStripProps } from './time-strip-props.ts';
import { useStripCanvas } from './use-strip-canvas.ts';
import { useTrackHandlers } from './use-track-handlers.ts';

const tickWidth = 46;

/** The bars themselves: a slider that is clicked, dragged, or moved by keys. */
export function StripTrack(props: TimeStripProps & { readonly title: string }): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { strip, bin, timeZone } = props;
  const bins = strip.starts.length;
  const [hovered, setHovered] = useState<number>();
  const ticks = useMemo(
    () => dayTicks(strip.starts, timeZone, i18n.language),
    [strip.starts, timeZone, i18n.language],
  );
  const dayStarts = useMemo(() => (ticks.length < 60 ? ticks.map((tick) => tick.bin) : []), [ticks]);
  const { width, drawn } = useStripCanvas({ values: strip.values, bin, hovered, dayStarts });
  const placed = useMemo(() => roomyTicks(ticks, bins, width, tickWidth), [ticks, bins, width]);

  const handlers = useTrackHandlers(props, setHovered);
  return (
    <div
      className="time-track"
      role="slider"
      tabIndex={0}
      aria-label={t('time.slider')}
      aria-valuemin={0}
      aria-valuemax={bins - 1}
      aria-valuenow={bin === 'total' ? 0 : bin}
      aria-valuetext={props.title}
      {...handlers}
    >
      <canvas ref={drawn} className="time-canvas" aria-hidden="true" />
      <ol className="time-days" aria-hidden="true">
        {placed.map((tick) => (
          <li key={tick.bin} style={{ left: `${(tick.bin / bins) * 100}%` }}>
            {tick.label}
          </li>
        ))}
      </ol>
      {hovered !== undefined && hovered < bins && (
        <StripTip strip={strip} bin={hovered} timeZone={timeZone} />
      )}
    </div>
  );
}
