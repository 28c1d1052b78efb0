import { useTranslation } from 'react-i18next';
import { presetNames, presets } from '../../../../shared/recipe/presets.ts';
import { presetFields } from '../../state/preset-fields.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import type { Draft } from '../../state/differences.ts';

function isModified({ recipe, preset }: Draft): boolean {
  const name = presetNames.find((known) => known === preset);
  if (name === undefined) return false;
  return presetFields.some((field) => JSON.stringify(presets[name][field]) !== JSON.stringify(recipe[field]));
}

/** The preset the recipe started from, the precedent it follows, and whether it was changed since. */
export function PresetChoice() {
  const { t } = useTranslation();
  const draft = useDesk((state) => state.draft.present);
  const choosePreset = useDesk((state) => state.choosePreset);
  const chosen = presetNames.find((name) => name === draft.preset) ?? 'conservative';
  return (
    <Section
      title={t('recipe.preset.title')}
      aside={isModified(draft) ? t('recipe.preset.modified') : undefined}
    >
      <div className="stage-rows">
        <BareSelect
          label={t('recipe.preset.title')}
          value={chosen}
          choices={presetNames.map((name) => ({ value: name, text: t(`recipe.preset.name.${name}`) }))}
          onChoose={choosePreset}
        />
        <p className="quiet small">{t(`recipe.preset.precedent.${chosen}`)}</p>
      </div>
    </Section>
  );
}
