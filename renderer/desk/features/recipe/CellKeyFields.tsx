import { useTranslation } from 'react-i18next';
import { noiseLimits } from '../../../../shared/protect/cell-key/limits.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import type { CellKeyNoise } from '../../../../shared/recipe/guarantee.ts';

const variants: Readonly<Record<'essI' | 'essII', CellKeyNoise>> = {
  essI: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
  essII: { maximumNoise: 6, variance: '2.5', smallestFigure: 2 },
};
const known = ['essI', 'essII'] as const;

/** Cell-key noise on the classical path, with the warning that goes with it. */
export function CellKeyFields() {
  const { t } = useTranslation();
  const guarantee = useDesk((state) => state.draft.present.recipe.guarantee);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  if (guarantee.kind !== 'classical') return null;
  const { cellKeyNoise: noise } = guarantee;
  const variant = known.find((name) => JSON.stringify(variants[name]) === JSON.stringify(noise));
  const value = noise === null ? 'none' : (variant ?? 'other');
  return (
    <>
      <Select
        label={t('recipe.field.cellKeyNoise')}
        value={value}
        choices={(['none', ...known, ...(value === 'other' ? ['other' as const] : [])] as const).map(
          (one) => ({
            value: one,
            text: t(`recipe.cellKey.${one}`, { noise: noise?.maximumNoise }),
          }),
        )}
        onChoose={(chosen) => {
          if (chosen === 'other') return;
          const cellKeyNoise = chosen === 'none' ? null : variants[chosen];
          changeRecipe({ guarantee: { kind: 'classical', cellKeyNoise } });
        }}
      />
      {noise !== null && <Warning variant={variant} />}
    </>
  );
}

/** Figures of the variant chosen; of the weaker one for noise of one's own. */
function Warning({ variant = 'essI' }: { readonly variant?: keyof typeof variants | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { membership, exposedByReissue } = noiseLimits;
  const two = (value: number) => format.decimal(Math.round(value * 100) / 100);
  return (
    <Notice tone="notice">
      <div className="stage-rows small">
        <strong>{t('recipe.cellKey.warning.title')}</strong>
        <p>{t('recipe.cellKey.warning.protects')}</p>
        <p>
          {t('recipe.cellKey.warning.membership', {
            noisy: two(membership[variant]),
            exact: two(membership.exact),
          })}
        </p>
        <p>
          {t('recipe.cellKey.warning.reissue', {
            share: format.percent(Math.round(exposedByReissue[variant] * 100) / 100),
          })}
        </p>
        <p>{t('recipe.cellKey.warning.averaging')}</p>
        <p className="quiet">{t('recipe.cellKey.warning.source')}</p>
      </div>
    </Notice>
  );
}
