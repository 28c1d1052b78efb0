import { useTranslation } from 'react-i18next';
import { TimeBin } from '../../../../shared/recipe/recipe.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { AgeBreaksField } from './AgeBreaksField.tsx';
import type { ZoneSource } from '../../../../shared/recipe/recipe.ts';

const resolutions = [5, 6, 7, 8, 9, 10] as const;
const zoneKey = (zones: ZoneSource) => (zones.kind === 'h3' ? `${zones.resolution}` : 'polygons');

/** Stage 2: cells to zones, times to bins, people to bands. */
export function StageGeneralise() {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useDesk((state) => state.view?.summary);
  return (
    <Section
      title={t('recipe.stage2.title')}
      aside={
        summary &&
        t('recipe.stage2.tally', {
          events: format.compact(summary.eventsCounted),
          presences: format.compact(summary.presences),
        })
      }
    >
      <div className="stage-rows">
        <PlaceAndTime />
        <Categories />
      </div>
    </Section>
  );
}

function PlaceAndTime() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const polygons = useDesk((state) => state.understanding?.polygons ?? 0);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const shown = zoneKey(recipe.zones);
  const sizes = [...new Set([...resolutions.map(String), ...(shown === 'polygons' ? [] : [shown])])];
  const grid = sizes.map((size) => ({ value: size, text: t('recipe.zones.h3', { resolution: size }) }));
  return (
    <>
      <Select
        label={t('recipe.field.zones')}
        value={shown}
        choices={[
          ...(polygons > 0
            ? [{ value: 'polygons', text: t('recipe.zones.polygons', { count: polygons }) }]
            : []),
          ...grid,
        ]}
        onChoose={(key) =>
          changeRecipe({
            zones: key === 'polygons' ? { kind: 'polygons' } : { kind: 'h3', resolution: Number(key) },
          })
        }
      />
      <Select
        label={t('recipe.field.timeBin')}
        value={recipe.timeBin}
        choices={TimeBin.options.map((bin) => ({ value: bin, text: t(`recipe.timeBin.${bin}`) }))}
        onChoose={(timeBin) => changeRecipe({ timeBin })}
      />
    </>
  );
}

function Categories() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const broken = recipe.byGender || recipe.ageBreaks.length > 0;
  return (
    <>
      <AgeBreaksField
        breaks={recipe.ageBreaks}
        onBreaks={(ageBreaks) => changeRecipe({ ageBreaks: [...ageBreaks] })}
      />
      <Select
        label={t('recipe.field.byGender')}
        value={recipe.byGender ? 'with' : 'without'}
        choices={(['without', 'with'] as const).map((value) => ({
          value,
          text: t(`recipe.gender.${value}`),
        }))}
        onChoose={(value) => changeRecipe({ byGender: value === 'with' })}
      />
      {broken && (
        <Select
          label={t('recipe.field.missingCategory')}
          value={recipe.missingCategory}
          choices={(['own', 'drop'] as const).map((value) => ({ value, text: t(`recipe.missing.${value}`) }))}
          onChoose={(missingCategory) => changeRecipe({ missingCategory })}
        />
      )}
    </>
  );
}
