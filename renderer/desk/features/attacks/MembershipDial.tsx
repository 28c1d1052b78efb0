import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { dialArc, dialLine, dialPoint } from './dial.ts';
import { inHundred } from '../../language/attack-figures.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

const rim = 78;

interface Needle {
  readonly name: 'attack' | 'ceiling';
  readonly value: number;
}

function needlesOf({ accuracy, ceilingAccuracy }: AttackReport['figures']): readonly Needle[] {
  return [
    ...(accuracy === undefined ? [] : [{ name: 'attack' as const, value: accuracy * 100 }]),
    ...(ceilingAccuracy === undefined ? [] : [{ name: 'ceiling' as const, value: ceilingAccuracy * 100 }]),
  ];
}

/** How often the best attack is right and how often any attack could be, on one dial from guessing to always. */
export function MembershipDial({ report }: { readonly report: AttackReport }) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { figures, limit } = report;
  const needles = needlesOf(figures);
  if (needles.length === 0) return null;
  const { accuracyLow, accuracyHigh } = figures;
  const told = [
    ...needles.map(({ name, value }) => t(`attacks.dial.${name}`, { value: inHundred(speech, value / 100) })),
    ...(limit === undefined ? [] : [t('attacks.dial.allowed', { value: limit })]),
  ];
  return (
    <figure className="dial">
      <svg viewBox="0 0 200 112" role="img" aria-label={[t('attacks.dial.label'), ...told].join(' ')}>
        <path className="dial-rim" d={dialArc(50, 100, rim)} />
        {accuracyLow !== undefined && accuracyHigh !== undefined && (
          <path className="dial-range" d={dialArc(accuracyLow * 100, accuracyHigh * 100, rim)} />
        )}
        {limit !== undefined && <path className="dial-limit" d={dialLine(limit, rim - 10, rim + 10)} />}
        {needles.map(({ name, value }) => (
          <path key={name} className={`dial-needle dial-${name}`} d={dialLine(value, 0, rim - 8)} />
        ))}
        <circle className="dial-hub" {...hub} r="4" />
        {[50, 75, 100].map((value) => {
          const { x, y } = dialPoint(value, rim + (value === 75 ? 10 : 0));
          return (
            <text key={value} x={x} y={value === 75 ? y : y + 15} textAnchor="middle">
              {value}
            </text>
          );
        })}
      </svg>
      <figcaption>
        {needles.map(({ name, value }) => (
          <span key={name} className={`dial-key dial-key-${name}`}>
            {t(`attacks.dial.${name}`, { value: inHundred(speech, value / 100) })}
          </span>
        ))}
        {limit !== undefined && (
          <span className="dial-key dial-key-limit">{t('attacks.dial.allowed', { value: limit })}</span>
        )}
        <span className="quiet">{t('attacks.dial.guess')}</span>
      </figcaption>
    </figure>
  );
}

const hub = { cx: dialPoint(50, 0).x, cy: dialPoint(50, 0).y };
