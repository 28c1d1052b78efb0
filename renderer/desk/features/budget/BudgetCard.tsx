import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type DatedSpent, spentBy, yearsOf } from '../../../../shared/ledger/budget-year.ts';
import { useFormat } from '../../language/format.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { chargesOf } from '../../state/charges-of.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { type BudgetYear, budgetYear } from './budget-year-view.ts';
import { YearCalendar } from './YearCalendar.tsx';
import { YearLine } from './YearLine.tsx';
import './budget.css';

/** The privacy budget of the calendar years this release is about: what was spent, and what it would add. */
export function BudgetCard() {
  const { t } = useTranslation();
  const told = useFailureText();
  const { recipe, policy } = useDesk((state) => state.draft.present);
  const ledger = useDesk((state) => state.ledger);
  const failure = useDesk((state) => state.ledgerFailure);
  const loadLedger = useDesk((state) => state.loadLedger);
  useEffect(() => void loadLedger(), [loadLedger]);
  const earlier = ledger === undefined ? [] : chargesOf(ledger, policy);
  const own = spentBy(recipe);
  const limit = policy.yearlyEpsilonHundredths === null ? undefined : policy.yearlyEpsilonHundredths / 100;
  const years = shownYears(recipe.period ?? undefined, earlier, own);
  return (
    <Section card title={t('budget.title')}>
      {failure !== undefined && <Notice tone="bad">{told(failure)}</Notice>}
      {own === undefined && <p className="quiet">{t('budget.classical')}</p>}
      {ledger === undefined && failure === undefined && <p className="quiet">{t('budget.working')}</p>}
      {ledger !== undefined && years.length === 0 && <p>{t('budget.empty')}</p>}
      {years.map((year) => (
        <Year key={year.year} year={year} limit={limit} />
      ))}
    </Section>
  );
}

/** The years to show: those with something spent, of the period; the year alone where nothing was spent yet is said in words. */
function shownYears(
  period: DatedSpent['period'] | undefined,
  earlier: readonly DatedSpent[],
  own: DatedSpent | undefined,
): readonly BudgetYear[] {
  if (period === undefined) return [];
  return yearsOf(period)
    .map((year) => budgetYear(year, earlier, own))
    .filter(({ after }) => after > 0);
}

function Year({ year, limit }: { readonly year: BudgetYear; readonly limit: number | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (epsilon: number): string => format.decimal(Math.ceil(epsilon * 100) / 100);
  const isOver = limit !== undefined && year.after > limit;
  return (
    <div className="budget-year">
      <h3>{year.year}</h3>
      <p className={isOver ? 'budget-over' : undefined}>
        {year.releases === 0
          ? t('budget.beforeNone')
          : t('budget.before', { count: year.releases, epsilon: shown(year.before) })}{' '}
        {year.ownDay !== undefined && t('budget.adds', { epsilon: shown(year.after) })}{' '}
        {limit === undefined
          ? t('budget.noLimit')
          : t(isOver ? 'budget.over' : 'budget.within', { limit: format.decimal(limit) })}
      </p>
      <YearCalendar year={year} limit={limit} />
      <YearLine year={year} limit={limit} />
    </div>
  );
}
