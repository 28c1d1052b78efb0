import { useTranslation } from 'react-i18next';
import { Predicate } from '../../language/Predicate.tsx';
import { useDesk } from '../../state/use-desk.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Slider } from '../../ui/Slider.tsx';

const sliderEnd = 100;

/** The fewest persons of a published figure: typed, dragged, and as the literal rule. */
export function ThresholdFields() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const floor = useDesk((state) => state.draft.present.policy.minimumPersons);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const { minimumPersons, guarantee } = recipe;
  const name = guarantee.kind === 'classical' ? 'recipe.field.minimumPersons' : 'recipe.field.noisyMinimum';
  return (
    <>
      <div className="threshold">
        <NumberField
          label={t(name)}
          value={minimumPersons}
          least={floor}
          most={1_000_000}
          wrong={t('recipe.minimum.wrong', { floor })}
          onNumber={(value) => changeRecipe({ minimumPersons: value })}
        />
        <Slider
          label={t(name)}
          value={minimumPersons}
          least={floor}
          most={Math.max(sliderEnd, floor + 1)}
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
