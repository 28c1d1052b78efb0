import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { spreadOf } from './distribution.ts';
import { rounded } from '../../language/attack-figures.ts';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

const [wide, high] = [320, 72] as const;
const named = new Set(['membership', 'recovery']);

/** How what was measured spreads over the persons or groups tried: bars, and the same in a sentence. */
export function DistributionChart({ report }: { readonly report: AttackReport }) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  const { distribution, attack } = report;
  const spread = distribution && spreadOf(distribution);
  if (distribution === undefined || spread === undefined) return null;
  const { from, width, counts } = distribution;
  const most = Math.max(...counts);
  const step = wide / counts.length;
  const edge = (index: number) => rounded(speech, from + index * width, 3);
  const told = t('attacks.distribution.told', {
    count: spread.count,
    low: rounded(speech, spread.low, 3),
    high: rounded(speech, spread.high, 3),
    median: rounded(speech, spread.median, 3),
  });
  return (
    <figure className="spread">
      <figcaption>{t(`attacks.distribution.${named.has(attack) ? attack : 'other'}`)}</figcaption>
      <svg viewBox={`0 0 ${wide} ${high + 16}`} role="img" aria-label={told}>
        {counts.map((count, index) => {
          const height = (count / most) * (high - 4);
          const bar = { x: index * step + 0.5, y: high - height, width: Math.max(1, step - 1), height };
          return (
            <rect key={edge(index)} className="spread-bar" {...bar}>
              <title>
                {t('attacks.distribution.bar', { low: edge(index), high: edge(index + 1), count })}
              </title>
            </rect>
          );
        })}
        <path className="spread-axis" d={`M0 ${high}H${wide}`} />
        <text x="0" y={high + 13}>
          {edge(0)}
        </text>
        {counts.length % 2 === 0 && (
          <text x={wide / 2} y={high + 13} textAnchor="middle">
            {edge(counts.length / 2)}
          </text>
        )}
        <text x={wide} y={high + 13} textAnchor="end">
          {edge(counts.length)}
        </text>
      </svg>
      <p className="quiet small">{told}</p>
    </figure>
  );
}
