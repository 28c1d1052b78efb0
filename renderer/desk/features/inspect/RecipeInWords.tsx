import { useTranslation } from 'react-i18next';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { Predicate } from '../../language/Predicate.tsx';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Policy } from '../../../../shared/policy/policy.ts';
import type { Contents } from './bundle-values.ts';

/** Recipe and policy of a bundle as a person reads them. */
export function RecipeInWords({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipe, policy } = contents;
  const { zones, terms, period } = recipe;
  const terse = [
    { name: t('approve.terms.name'), value: recipe.title },
    { name: t('approve.terms.organisation'), value: contents.organisation },
    { name: t('approve.terms.purpose'), value: terms.purpose },
    { name: t('approve.terms.legalBasis'), value: terms.legalBasis },
    { name: t('approve.terms.recipient'), value: terms.recipient },
    { name: t('approve.terms.releaseDate'), value: format.day(recipe.releaseDate) },
    {
      name: t('recipe.field.period'),
      value: period === null ? t('approve.terms.wholePeriod') : format.period(period.from, period.to),
    },
  ];
  const steps = [
    {
      name: t('recipe.field.zones'),
      value:
        zones.kind === 'h3'
          ? t('recipe.zones.h3', { resolution: zones.resolution })
          : t('recipe.zones.polygons', { count: contents.zones.length }),
    },
    {
      name: t('recipe.field.timeBin'),
      value: `${t(`recipe.timeBin.${recipe.timeBin}`)} (${recipe.timeZone})`,
    },
    {
      name: t('recipe.field.ageBreaks'),
      value: ageBandLabels(recipe.ageBreaks).join(' · ').replaceAll('-', '–') || t('recipe.age.none'),
    },
    { name: t('recipe.field.byGender'), value: t(`recipe.gender.${recipe.byGender ? 'with' : 'without'}`) },
    { name: t('recipe.field.missingCategory'), value: t(`recipe.missing.${recipe.missingCategory}`) },
    { name: t('approve.numbers.rule'), value: <Predicate minimumPersons={recipe.minimumPersons} /> },
    {
      name: t('recipe.field.roundingBase'),
      value:
        recipe.roundingBase === 1
          ? t('recipe.rounding.none')
          : t('recipe.rounding.to', { base: recipe.roundingBase }),
    },
    { name: t('recipe.field.suppressedGroups'), value: t(`recipe.suppressed.${recipe.suppressedGroups}`) },
    { name: t('recipe.field.zeroGroups'), value: t(`recipe.zero.${recipe.zeroGroups}`) },
  ];
  return (
    <div className="inspect-body">
      <Section card title={t('approve.terms.title')}>
        <Facts facts={terse} />
      </Section>
      <Section card title={t('inspect.part.recipe')}>
        <Facts facts={steps} />
      </Section>
      <PolicyInWords policy={policy} />
    </div>
  );
}

function PolicyInWords({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  return (
    <Section card title={t('recipe.policy.title')} aside={policy.title}>
      <p>{t('recipe.policy.needs', { count: policy.approvals })}</p>
      {policy.demo && <Notice tone="notice">{t('approve.sign.demo')}</Notice>}
      {policy.solo && !policy.demo && <Notice tone="notice">{t('approve.sign.solo')}</Notice>}
    </Section>
  );
}
