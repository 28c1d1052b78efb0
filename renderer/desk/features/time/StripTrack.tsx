import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeBin } from '../../../../shared/recipe/recipe.ts';
import { binAt } from './bar-columns.ts';
import { binLabel } from './bin-label.ts';
import { dayTicks, roomyTicks } from './day-ticks.ts';
import { stepBin } from './step-bin.ts';
import type { TimeStripProps } from './TimeStrip.tsx';
import { useStripCanvas } from './use-strip-canvas.ts';

const binsPerDay: Readonly<Record<TimeBin, number>> = { quarterHour: 96, hour: 24, daypart: 4, day: 7 };
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
  const dayStarts = useMemo(() => ticks.map((tick) => tick.bin), [ticks]);
  const { width, drawn } = useStripCanvas({ values: strip.values, bin, hovered, dayStarts });
  const placed = useMemo(() => roomyTicks(ticks, bins, width, tickWidth), [ticks, bins, width]);

  const choose = (next: number): void => {
    props.onPlaying(false);
    if (next !== bin) props.onBin(next);
  };
  const pointed = (event: React.PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return binAt(event.clientX - box.left, box.width, bins);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepBin(event.key, bin, bins, binsPerDay[props.timeBin]);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
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
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        choose(pointed(event));
      }}
      onPointerMove={(event) => {
        const at = pointed(event);
        setHovered(at);
        if (event.buttons === 1) choose(at);
      }}
      onPointerLeave={() => setHovered(undefined)}
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
        <p
          className={hovered > bins / 2 ? 'time-tip time-tip-left' : 'time-tip'}
          style={{ left: `${((hovered + 0.5) / bins) * 100}%` }}
        >
          <strong>
            {binLabel(
              { start: strip.starts[hovered] ?? 0, seconds: strip.seconds[hovered] ?? 0 },
              timeZone,
              i18n.language,
            )}
          </strong>
          <span>
            {t('time.bar', {
              count: strip.values[hovered] ?? 0,
              shown: (strip.values[hovered] ?? 0).toLocaleString(i18n.language),
            })}
            , {t('time.barMeaning')}
          </span>
        </p>
      )}
    </div>
  );
}
