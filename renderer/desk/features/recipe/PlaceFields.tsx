import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import type { ZoneSource } from '../../../../shared/recipe/recipe.ts';

const resolutions = [5, 6, 7, 8, 9, 10] as const;
const coarser = [[1], [1, 2], [1, 2, 3], [2], [3]] as const;
const zoneKey = (zones: ZoneSource) => (zones.kind === 'h3' ? `${zones.resolution}` : 'polygons');

/** Zones, and the coarser ones that are published as well. */
export function PlaceFields() {
  const { t } = useTranslation();
  const format = useFormat();
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
          ...(polygons > 0 || shown === 'polygons'
            ? [
                {
                  value: 'polygons',
                  text: t('recipe.zones.polygons', { count: polygons, shown: format.number(polygons) }),
                },
              ]
            : []),
          ...grid,
        ]}
        onChoose={(key) =>
          changeRecipe({
            zones: key === 'polygons' ? { kind: 'polygons' } : { kind: 'h3', resolution: Number(key) },
            levels: [],
          })
        }
      />
      <Levels />
    </>
  );
}

function Levels() {
  const { t } = useTranslation();
  const { levels, zones, guarantee } = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const noisy = guarantee.kind === 'differentialPrivacy';
  const fits = (steps: readonly number[]) =>
    zones.kind === 'polygons' ? steps.join() === '1' : steps.every((step) => step <= zones.resolution);
  const offered = coarser.filter(fits).map((steps) => steps.join());
  const keys = [...new Set(['', ...offered, levels.join()])];
  const textOf = (key: string): string => {
    if (key === '') return t('recipe.levels.none');
    if (zones.kind === 'polygons' && key === '1') return t('recipe.levels.parent');
    return t('recipe.levels.step', { count: Number(key), shown: key.split(',').join(', ') });
  };
  return (
    <Select
      label={t('recipe.field.levels')}
      hint={noisy ? t('recipe.levels.notWithNoise') : levels.length > 0 ? t('recipe.levels.told') : undefined}
      disabled={noisy && levels.length === 0}
      value={levels.join()}
      choices={keys.map((key) => ({ value: key, text: textOf(key) }))}
      onChoose={(key) => changeRecipe({ levels: key === '' ? [] : key.split(',').map(Number) })}
    />
  );
}
