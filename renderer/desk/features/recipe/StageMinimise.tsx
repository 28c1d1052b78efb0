import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { personsLeft } from './stage-tally.ts';
import { Tally } from './Tally.tsx';

const bounds = [1, 2, 4, 8, 12, 24, 48, 96] as const;

/** Stage 1: whose records count, of which days, and how much of one person. */
export function StageMinimise() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useDesk((state) => state.view);
  const persons = view === undefined ? undefined : personsLeft(view.summary.persons, view.tally);
  return (
    <Section
      title={t('recipe.stage1.title')}
      aside={
        persons === undefined
          ? undefined
          : t('recipe.stage1.left', { count: persons, shown: format.number(persons) })
      }
    >
      <div className="stage-rows">
        <ToldFacts />
        <People />
        <PeriodFields />
        <PersonBound />
      </div>
      <Tally stage={1} />
    </Section>
  );
}

function ToldFacts() {
  const { t } = useTranslation();
  const format = useFormat();
  const objections = useDesk((state) => state.understanding?.objections);
  const timeZone = useDesk((state) => state.draft.present.recipe.timeZone);
  const asOf = objections?.kind === 'register' ? objections.asOf : undefined;
  const told = () => {
    if (objections?.kind !== 'register') return t('recipe.stage1.noRegister');
    if (objections.matched === 0) return t('recipe.stage1.noObjections');
    return t('recipe.stage1.removed', {
      people: format.number(objections.matched),
      asOf: asOf === undefined ? '–' : format.stamp(asOf, timeZone),
    });
  };
  return (
    <dl className="stage-facts">
      <div>
        <dt>{t('recipe.stage1.identifiers')}</dt>
        <dd>{t('recipe.stage1.hashed')}</dd>
      </div>
      <div>
        <dt>{t('recipe.stage1.objections')}</dt>
        <dd>{told()}</dd>
      </div>
    </dl>
  );
}

function People() {
  const { t } = useTranslation();
  const format = useFormat();
  const { aim, machineLike } = useDesk((state) => state.draft.present.recipe);
  const consented = useDesk((state) => state.understanding?.personsWithConsent ?? 0);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <>
      <Select
        label={t('recipe.field.aim')}
        hint={t(`recipe.aim.${aim}Told`, { count: consented, shown: format.number(consented) })}
        value={aim}
        choices={(['statistics', 'offers'] as const).map((value) => ({
          value,
          text: t(`recipe.aim.${value}`),
        }))}
        onChoose={(chosen) => changeRecipe({ aim: chosen })}
      />
      <Select
        label={t('recipe.field.machineLike')}
        hint={t('recipe.machineLike.told')}
        value={machineLike}
        choices={(['exclude', 'count'] as const).map((value) => ({
          value,
          text: t(`recipe.machineLike.${value}`),
        }))}
        onChoose={(chosen) => changeRecipe({ machineLike: chosen })}
      />
    </>
  );
}

function PersonBound() {
  const { t } = useTranslation();
  const format = useFormat();
  const { maximumGroupsPerPersonDay: bound, guarantee } = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const noisy = guarantee.kind === 'differentialPrivacy';
  const offered = [...new Set([...bounds, ...(bound === null ? [] : [bound])])].toSorted((a, b) => a - b);
  const hint = noisy ? t('recipe.bound.told') : t('recipe.bound.classicalTold');
  return (
    <Select
      label={t('recipe.field.maximumGroupsPerPersonDay')}
      hint={noisy || bound !== null ? hint : undefined}
      value={`${bound ?? 'none'}`}
      choices={[
        ...(noisy && bound !== null ? [] : [{ value: 'none', text: t('recipe.bound.none') }]),
        ...offered.map((count) => ({
          value: `${count}`,
          text: t('recipe.bound.most', { count, shown: format.number(count) }),
        })),
      ]}
      onChoose={(chosen) =>
        changeRecipe({ maximumGroupsPerPersonDay: chosen === 'none' ? null : Number(chosen) })
      }
    />
  );
}
