import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import { More } from './More.tsx';
import { relevantOf } from './relevant.ts';

const bases = [1, 5, 10, 20, 50, 100] as const;

/** How figures are rounded, which sums are told, and how hidden and empty groups look. */
export function PresentationFields() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const classical = recipe.guarantee.kind === 'classical';
  const offered = [...new Set([...bases, recipe.roundingBase])].toSorted((a, b) => a - b);
  const matters = relevantOf(recipe).has('totals');
  return (
    <>
      <Select
        label={t('recipe.field.roundingBase')}
        value={`${recipe.roundingBase}`}
        choices={offered.map((base) => ({
          value: `${base}`,
          text: base === 1 ? t('recipe.rounding.none') : t('recipe.rounding.to', { base }),
        }))}
        onChoose={(base) => changeRecipe({ roundingBase: Number(base) })}
      />
      {matters && <Totals />}
      <Select
        label={t('recipe.field.suppressedGroups')}
        value={recipe.suppressedGroups}
        choices={(['omit', 'list'] as const).map((value) => ({
          value,
          text: t(`recipe.suppressed.${value}`),
        }))}
        onChoose={(suppressedGroups) => changeRecipe({ suppressedGroups })}
      />
      {classical && (
        <Select
          label={t('recipe.field.zeroGroups')}
          hint={t(`recipe.zero.${recipe.zeroGroups}Told`)}
          value={recipe.zeroGroups}
          choices={(['hidden', 'shown'] as const).map((value) => ({
            value,
            text: t(`recipe.zero.${value}`),
          }))}
          onChoose={(zeroGroups) => changeRecipe({ zeroGroups })}
        />
      )}
      <Extrapolate />
      {!matters && (
        <More title={t('recipe.more')}>
          <Totals />
        </More>
      )}
    </>
  );
}

function Totals() {
  const { t } = useTranslation();
  const totals = useDesk((state) => state.draft.present.recipe.totals);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <Select
      label={t('recipe.field.totals')}
      hint={totals ? t('recipe.totalsTold') : undefined}
      value={totals ? 'with' : 'without'}
      choices={(['without', 'with'] as const).map((value) => ({ value, text: t(`recipe.gender.${value}`) }))}
      onChoose={(value) => changeRecipe({ totals: value === 'with' })}
    />
  );
}

/** Figures for all inhabitants, from published ones and a file of public totals. */
function Extrapolate() {
  const { t } = useTranslation();
  const { extrapolate, guarantee } = useDesk((state) => state.draft.present.recipe);
  const hasFile = useDesk((state) => state.understanding?.population !== undefined);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const noisy = guarantee.kind === 'differentialPrivacy';
  const why = noisy ? 'notWithNoise' : hasFile ? 'told' : 'noFile';
  return (
    <Select
      label={t('recipe.field.extrapolate')}
      hint={t(`recipe.extrapolate.${why}`)}
      disabled={!extrapolate && (noisy || !hasFile)}
      value={extrapolate ? 'with' : 'without'}
      choices={(['without', 'with'] as const).map((value) => ({ value, text: t(`recipe.gender.${value}`) }))}
      onChoose={(value) => changeRecipe({ extrapolate: value === 'with' })}
    />
  );
}
