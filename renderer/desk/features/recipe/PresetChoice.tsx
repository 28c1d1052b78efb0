import { useTranslation } from 'react-i18next';
import { presetNames, presets } from '../../../../shared/recipe/presets.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { presetFields } from '../../state/preset-fields.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import type { Draft } from '../../state/differences.ts';

function isModified({ recipe, preset }: Draft, own: Readonly<Record<string, Recipe>>): boolean {
  const name = presetNames.find((known) => known === preset);
  const from = name === undefined ? own[preset] : presets[name];
  if (from === undefined) return false;
  return presetFields.some((field) => JSON.stringify(from[field]) !== JSON.stringify(recipe[field]));
}

/** The preset or file the recipe started from, the precedent it follows, and whether it was changed since. */
export function PresetChoice() {
  const { t } = useTranslation();
  const draft = useDesk((state) => state.draft.present);
  const own = useDesk((state) => state.ownRecipes);
  const choosePreset = useDesk((state) => state.choosePreset);
  const { preset } = draft;
  const known = presetNames.some((name) => name === preset);
  const files = [...new Set([...Object.keys(own), ...(known ? [] : [preset])])];
  return (
    <Section
      title={t('recipe.preset.title')}
      aside={isModified(draft, own) ? t('recipe.preset.modified') : undefined}
    >
      <div className="stage-rows">
        <BareSelect
          label={t('recipe.preset.title')}
          value={preset}
          choices={[
            ...presetNames.map((name) => ({ value: name as string, text: t(`recipe.preset.name.${name}`) })),
            ...files.map((name) => ({ value: name, text: name })),
          ]}
          onChoose={choosePreset}
        />
        <p className="quiet small">{t(`recipe.preset.precedent.${known ? preset : 'file'}`)}</p>
        {known && <p className="quiet small">{t('recipe.preset.notLaw')}</p>}
        <RecipeFiles />
      </div>
    </Section>
  );
}

function RecipeFiles() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const openRecipe = useDesk((state) => state.openRecipe);
  const saveRecipe = useDesk((state) => state.saveRecipe);
  const failure = useDesk((state) => state.recipeFailure);
  const left = useDesk((state) => state.leftFromFile);
  return (
    <>
      <div className="recipe-files">
        <Button onPress={() => void openRecipe()}>{t('recipe.preset.open')}</Button>
        <Button onPress={() => void saveRecipe()}>{t('recipe.preset.save')}</Button>
      </div>
      {left.length > 0 && (
        <Notice tone="notice">
          {t('recipe.preset.left.told', {
            what: left.map((one) => t(`recipe.preset.left.${one}`)).join(', '),
          })}
        </Notice>
      )}
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
    </>
  );
}
