import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { inHundred } from './extract-risk-text.ts';

const dots = Array.from({ length: 100 }, (_, i) => ({
  x: 10 * (i % 20) + 5,
  y: 10 * Math.floor(i / 20) + 5,
}));

/** A hundred people, of whom so many are the only match: filled dots, and the same in words. */
export function ExtractRiskDots({ share }: { readonly share: number }) {
  const { t } = useTranslation();
  const cases = inHundred({ t, format: useFormat() }, share);
  const filled = Math.round(share * 100);
  return (
    <svg className="loss-dots" viewBox="0 0 200 50" role="img" aria-label={t('loss.dots', { cases })}>
      {dots.map(({ x, y }, i) => (
        <circle key={`${x} ${y}`} className={i < filled ? 'loss-dot-on' : undefined} cx={x} cy={y} r={3.6} />
      ))}
    </svg>
  );
}
