import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Predicate } from '../../language/Predicate.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';

const bases = [1, 5, 10, 20, 50, 100] as const;
const sliderEnd = 100;

/** Stage 3: who is counted, what is hidden, how figures are rounded. */
export function StageAggregate() {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useDesk((state) => state.view?.summary);
  const hidden =
    summary === undefined || summary.groups === 0 ? undefined : summary.suppressed / summary.groups;
  return (
    <Section
      title={t('recipe.stage3.title')}
      aside={hidden === undefined ? undefined : t('recipe.stage3.tally', { share: format.percent(hidden) })}
    >
      <div className="stage-rows">
        <Threshold />
        <Presentation />
      </div>
    </Section>
  );
}

function Threshold() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const { minimumPersons } = recipe;
  const floor = useDesk((state) => state.draft.present.policy.minimumPersons);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <>
      <div className="threshold">
        <NumberField
          label={t('recipe.field.minimumPersons')}
          value={minimumPersons}
          least={floor}
          most={1_000_000}
          wrong={t('recipe.minimum.wrong', { floor })}
          onNumber={(value) => changeRecipe({ minimumPersons: value })}
        />
        <Slider
          label={t('recipe.field.minimumPersons')}
          value={minimumPersons}
          least={floor}
          most={sliderEnd}
          text={t('recipe.minimum.text', { count: minimumPersons })}
          onSlide={(value, phase) => changeRecipe({ minimumPersons: value }, phase)}
        />
      </div>
      <p className="quiet small predicate">
        <Predicate brief recipe={recipe} />
      </p>
    </>
  );
}

function Presentation() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const offered = [...new Set([...bases, recipe.roundingBase])].toSorted((a, b) => a - b);
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
      <Select
        label={t('recipe.field.suppressedGroups')}
        value={recipe.suppressedGroups}
        choices={(['omit', 'list'] as const).map((value) => ({
          value,
          text: t(`recipe.suppressed.${value}`),
        }))}
        onChoose={(suppressedGroups) => changeRecipe({ suppressedGroups })}
      />
      <Select
        label={t('recipe.field.zeroGroups')}
        hint={t(`recipe.zero.${recipe.zeroGroups}Told`)}
        value={recipe.zeroGroups}
        choices={(['hidden', 'shown'] as const).map((value) => ({ value, text: t(`recipe.zero.${value}`) }))}
        onChoose={(zeroGroups) => changeRecipe({ zeroGroups })}
      />
    </>
  );
}
