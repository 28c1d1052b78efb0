import { useTranslation } from 'react-i18next';
import { attackLimitLines } from '../../language/attack-limit-lines.ts';
import { Predicate } from '../../language/Predicate.tsx';
import { policyTitle } from '../../language/policy-title.ts';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useParameters } from './use-parameters.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import type { Contents } from './bundle-table.ts';

/** Recipe and policy of a bundle as a person reads them. */
export function RecipeInWords({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipe, policy } = contents;
  const { terms, period } = recipe;
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
    { name: t('approve.numbers.rule'), value: <Predicate recipe={recipe} /> },
    ...useParameters(contents),
  ];
  return (
    <div className="inspect-body">
      <div className="inspect-stack">
        <Section card title={t('approve.terms.title')}>
          <Facts facts={terse} />
        </Section>
        <PolicyInWords policy={policy} />
      </div>
      <Section card title={t('inspect.part.recipe')}>
        <Facts facts={steps} />
      </Section>
    </div>
  );
}

function PolicyInWords({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  return (
    <Section card title={t('recipe.policy.title')} aside={policyTitle(t, policy)}>
      <p>{t('recipe.policy.needs', { count: policy.approvals })}</p>
      {policy.demo && <Notice tone="notice">{t('approve.sign.demo')}</Notice>}
      {policy.solo && !policy.demo && <Notice tone="notice">{t('approve.sign.solo')}</Notice>}
      <h3>{t('attacks.panel.limitsOfPolicy')}</h3>
      <ul className="policy-limits">
        {attackLimitLines(t, policy).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
