import { useTranslation } from 'react-i18next';
import { DropReason } from '../../../../shared/extract/understanding.ts';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { reportOf } from '../../state/protection-key.ts';
import { Predicate } from '../../language/Predicate.tsx';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { Guaranteed } from './Guaranteed.tsx';
import { ReleasedTables } from './ReleasedTables.tsx';

/** What leaves the machine, in numbers, and what was taken away before. */
export function ReleasedNumbers() {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const report = useDesk(reportOf);
  const zones = useDesk((state) => state.shapes.length);
  const understanding = useDesk((state) => state.understanding);
  if (understanding === undefined) return null;
  const { from, to } = recipe.period ?? { from: understanding.firstDay, to: understanding.lastDay };
  const dropped = DropReason.options.filter((reason) => understanding.dropped[reason] > 0);
  const none = t('approve.numbers.none');
  const facts = [
    {
      name: t('approve.numbers.area'),
      value: t('approve.numbers.zones', { count: zones, shown: format.number(zones) }),
    },
    { name: t('approve.numbers.period'), value: `${format.period(from, to)} (${recipe.timeZone})` },
    {
      name: t('approve.numbers.breakdown'),
      value: t('approve.numbers.breakdownText', {
        time: t(`recipe.timeBin.${recipe.timeBin}`),
        age: ageBandLabels(recipe.ageBreaks).join(', ').replaceAll('-', '–') || none,
        gender: t(`recipe.gender.${recipe.byGender ? 'with' : 'without'}`),
      }),
    },
    {
      name: t('recipe.field.guarantee'),
      value: <Guaranteed recipe={recipe} policy={policy} />,
    },
    { name: t('approve.numbers.rule'), value: <Predicate recipe={recipe} /> },
    {
      name: t('approve.numbers.rounding'),
      value: recipe.roundingBase === 1 ? none : t('recipe.rounding.to', { base: recipe.roundingBase }),
    },
    {
      name: t('approve.numbers.dropped'),
      value:
        dropped.length === 0
          ? none
          : dropped
              .map(
                (reason) => `${t(`extract.drop.${reason}`)}: ${format.number(understanding.dropped[reason])}`,
              )
              .join(' · '),
    },
  ];
  return (
    <Section card title={t('approve.numbers.title')}>
      <ReleasedTables products={recipe.products} tables={report?.tables} />
      <Facts facts={facts} />
    </Section>
  );
}
