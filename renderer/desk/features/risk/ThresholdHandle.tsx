/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native range cannot be a line across a chart */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestMinimum, minimumByKey, positionOfMinimum } from './threshold-position.ts';
import { useThresholdDrag, type ThresholdDrag } from './use-threshold-drag.ts';

/** The threshold: a line that is dragged, moved by keys, or typed. */
export function ThresholdHandle(props: ThresholdDrag): React.JSX.Element {
  const { lows, minimum, floor, onThreshold } = props;
  const { t, i18n } = useTranslation();
  const { dragged, handlers } = useThresholdDrag(props);
  const [typing, setTyping] = useState<string>();
  const handle = useRef<HTMLDivElement | null>(null);
  const shown = dragged ?? minimum;
  const words = shown.toLocaleString(i18n.language);
  const left = `${(positionOfMinimum(lows, shown) / Math.max(1, lows.length)) * 100}%`;
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
        aria-valuetext={t('histogram.threshold.value', { count: shown, shown: words })}
        title={t('histogram.threshold.help', { floor })}
        {...handlers}
        onDoubleClick={() => setTyping(String(minimum))}
        onKeyDown={onKeyDown}
      >
        <span className="risk-number">{words}</span>
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
