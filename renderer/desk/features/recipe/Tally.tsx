import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { tallyLines } from './stage-tally.ts';
import type { Stage } from './stage-tally.ts';

/** What a stage took away, reason by reason, of the recipe the pictures show. */
export function Tally({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useDesk((state) => state.view);
  const recipe = useDesk((state) => state.viewRecipe);
  const stale = useDesk((state) => state.stale);
  if (view === undefined || recipe === undefined) return null;
  const lines = tallyLines(stage, view.tally, recipe);
  const working = stage === 3 && view.protection === 'primary' && recipe.guarantee.kind === 'classical';
  const facts = lines.map(({ name, unit, count }) => ({
    name: t(`recipe.tally.${name}`),
    value: t(`recipe.tally.unit.${unit}`, { count, shown: format.number(count) }),
  }));
  const { imputedShare } = view.tally;
  if (stage === 2 && imputedShare !== undefined)
    facts.push({ name: t('recipe.tally.imputedShare'), value: format.percent(imputedShare) });
  if (working) facts.push({ name: t('recipe.tally.secondary'), value: t('recipe.tally.working') });
  return (
    <div className={stale ? 'stage-tally stage-stale' : 'stage-tally'}>
      <p>{t(`recipe.tally.title${stage}`)}</p>
      {facts.length === 0 ? (
        <p className="stage-none">{t('recipe.tally.nothing')}</p>
      ) : (
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
