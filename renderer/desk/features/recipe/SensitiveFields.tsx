import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { sensitiveCategories } from '../../../../shared/recipe/sensitive-places.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WholeField } from './WholeField.tsx';
import type { SensitiveCategory } from '../../../../shared/recipe/sensitive-places.ts';

/** Kinds of place whose surroundings count nobody, and how far around them. */
export function SensitiveFields() {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { sensitivePlaces } = useDesk((state) => state.draft.present.recipe);
  const places = useDesk((state) => state.understanding?.places) ?? {};
  const chosen = sensitivePlaces.categories;
  const isOpen = Object.keys(places).length > 0;
  const said =
    chosen.length === 0
      ? t('recipe.sensitive.none')
      : t('recipe.sensitive.masked', {
          count: chosen.length,
          radius: format.number(sensitivePlaces.radiusMetres),
        });
  if (!isOpen)
    return (
      <div className="stage-off">
        <dl className="stage-facts">
          <div>
            <dt>{t('recipe.field.sensitivePlaces')}</dt>
            <dd>{said}</dd>
          </div>
        </dl>
        <p id={id} className="field-note">
          {t('recipe.sensitive.noFile')}
        </p>
        {chosen.length > 0 && <ChosenInVain />}
      </div>
    );
  return (
    <details className="more more-row">
      <summary>
        <span>{t('recipe.field.sensitivePlaces')}</span>
        <span className="quiet">{said}</span>
      </summary>
      <Categories places={places} />
    </details>
  );
}

function ChosenInVain() {
  const { t } = useTranslation();
  const { radiusMetres } = useDesk((state) => state.draft.present.recipe.sensitivePlaces);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <>
      <Notice tone="notice">{t('recipe.sensitive.chosenNoFile')}</Notice>
      <Button onPress={() => changeRecipe({ sensitivePlaces: { categories: [], radiusMetres } })}>
        {t('recipe.sensitive.clear')}
      </Button>
    </>
  );
}

function Categories({ places }: { readonly places: Readonly<Partial<Record<SensitiveCategory, number>>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { categories, radiusMetres } = useDesk((state) => state.draft.present.recipe.sensitivePlaces);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const choose = (next: readonly SensitiveCategory[]) =>
    changeRecipe({ sensitivePlaces: { categories: [...next], radiusMetres } });
  const toggled = (one: SensitiveCategory) =>
    sensitiveCategories.filter((each) => (each === one) !== categories.includes(each));
  return (
    <div className="stage-rows">
      <ul className="check-list">
        {sensitiveCategories.map((one) => (
          <li key={one}>
            <label>
              <input
                type="checkbox"
                checked={categories.includes(one)}
                onChange={() => choose(toggled(one))}
              />
              {t('recipe.sensitive.count', {
                name: t(`recipe.place.${one}`),
                shown: format.number(places[one] ?? 0),
              })}
            </label>
          </li>
        ))}
      </ul>
      <div className="recipe-files">
        <Button onPress={() => choose(sensitiveCategories.filter((one) => places[one]))}>
          {t('recipe.sensitive.all')}
        </Button>
        <Button onPress={() => choose([])}>{t('recipe.sensitive.clear')}</Button>
      </div>
      <WholeField
        label={t('recipe.field.radius')}
        value={radiusMetres}
        least={0}
        most={5000}
        onNumber={(radius) =>
          changeRecipe({ sensitivePlaces: { categories: [...categories], radiusMetres: radius } })
        }
      />
    </div>
  );
}
