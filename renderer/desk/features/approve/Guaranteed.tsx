import { useTranslation } from 'react-i18next';
import { tenToMinus } from '../../../../shared/base/ten-to-minus.ts';
import { budgetKept } from '../../../../shared/evidence/figure-gates.ts';
import { useFormat } from '../../language/format.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

/** What the release promises, in words, with epsilon and delta where it promises them. */
export function Guaranteed({ recipe, policy }: { readonly recipe: Recipe; readonly policy: Policy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { guarantee } = recipe;
  const name = t(`recipe.guarantee.name.${guarantee.kind}`);
  if (guarantee.kind === 'classical') {
    const noise = guarantee.cellKeyNoise?.maximumNoise;
    return (
      <>
        {name}
        {noise !== undefined && `, ${t('recipe.cellKey.upTo', { count: noise })}`}.{' '}
        <span className="quiet">{t('recipe.guarantee.promise.classical')}</span>
        {noise !== undefined && <p>{t('recipe.cellKey.warning.averaging')}</p>}
      </>
    );
  }
  const epsilon = format.decimal(Number(budgetKept(recipe, policy).detail['epsilon']));
  return (
    <>
      {name}: {t('approve.numbers.epsilonDelta', { epsilon, delta: tenToMinus(guarantee.deltaExponent) })}{' '}
      <span className="quiet">
        {t('recipe.guarantee.promise.differentialPrivacy')} {t('recipe.guarantee.draw')}
      </span>
    </>
  );
}
