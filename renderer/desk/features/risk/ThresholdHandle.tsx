import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestMinimum, minimumAtPosition, minimumByKey, positionOfMinimum } from './threshold-position.ts';

interface Props {
  readonly lows: readonly number[];
  readonly minimum: number;
  readonly floor: number;
  readonly plot: HTMLElement | null;
  readonly onThreshold: (minimum: number, phase: 'drag' | 'commit') => void;
}

/** The threshold: a line that is dragged, moved by keys, or typed. */
export function ThresholdHandle({ lows, minimum, floor, plot, onThreshold }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const [dragged, setDragged] = useState<number>();
  const [typing, setTyping] = useState<string>();
  const handle = useRef<HTMLDivElement | null>(null);
  const shown = dragged ?? minimum;
  const left = `${(positionOfMinimum(lows, shown) / Math.max(1, lows.length)) * 100}%`;

  const onPointerDown = (event: React.PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    setDragged(minimum);
  };
  const onPointerMove = (event: React.PointerEvent<HTMLElement>): void => {
    if (dragged === undefined || plot === null) return;
    const box = plot.getBoundingClientRect();
    const next = minimumAtPosition(lows, ((event.clientX - box.left) / box.width) * lows.length, floor);
    if (next === dragged) return;
    setDragged(next);
    onThreshold(next, 'drag');
  };
  const drop = (): void => {
    if (dragged === undefined) return;
    setDragged(undefined);
    onThreshold(dragged, 'commit');
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = minimumByKey(event.key, minimum, lows, floor);
    if (next !== undefined) onThreshold(next, 'commit');
    else if (event.key === 'Enter') setTyping(String(minimum));
    else if (/^\d$/.test(event.key)) setTyping(event.key);
    else return;
    event.preventDefault();
  };
  const settle = (text: string): void => {
    setTyping(undefined);
    const typed = Number.parseInt(text, 10);
    if (Number.isFinite(typed)) onThreshold(Math.min(largestMinimum, Math.max(floor, 1, typed)), 'commit');
    handle.current?.focus();
  };

  return (
    <div className="risk-threshold" style={{ left }}>
      <div
        ref={handle}
        className="risk-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('histogram.threshold.name')}
        aria-valuemin={floor}
        aria-valuemax={Math.max(shown, (lows.at(-1) ?? 1) * 2)}
        aria-valuenow={shown}
        aria-valuetext={t('histogram.threshold.value', {
          count: shown,
          shown: shown.toLocaleString(i18n.language),
        })}
        title={t('histogram.threshold.help', { floor })}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={drop}
        onPointerCancel={drop}
        onDoubleClick={() => setTyping(String(minimum))}
        onKeyDown={onKeyDown}
      >
        <span className="risk-number">{shown.toLocaleString(i18n.language)}</span>
      </div>
      {typing !== undefined && (
        <TypedMinimum text={typing} onSettle={settle} onCancel={() => setTyping(undefined)} />
      )}
    </div>
  );
}

interface TypedProps {
  readonly text: string;
  readonly onSettle: (text: string) => void;
  readonly onCancel: () => void;
}

function TypedMinimum({ text, onSettle, onCancel }: TypedProps): React.JSX.Element {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  return (
    <input
      ref={(input) => input?.focus()}
      className="risk-typed"
      inputMode="numeric"
      aria-label={t('histogram.threshold.name')}
      value={typed}
      maxLength={7}
      onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, ''))}
      onBlur={onCancel}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onSettle(typed);
        if (event.key === 'Escape') onCancel();
      }}
    />
  );
}
