import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Section } from '../../ui/Section.tsx';
import { BudgetFields } from './BudgetFields.tsx';
import { CellKeyFields } from './CellKeyFields.tsx';
import { GuaranteeChoice } from './GuaranteeChoice.tsx';
import { PresentationFields } from './PresentationFields.tsx';
import { Tally } from './Tally.tsx';
import { ThresholdFields } from './ThresholdFields.tsx';

/** Stage 3: what is promised, what is hidden, how figures are written. */
export function StageAggregate() {
  const { t } = useTranslation();
  const kind = useDesk((state) => state.draft.present.recipe.guarantee.kind);
  return (
    <Section title={t('recipe.stage3.title')} aside={<Left />}>
      <div className="stage-rows">
        <GuaranteeChoice />
        {kind === 'differentialPrivacy' && <BudgetFields />}
        <ThresholdFields />
        <PresentationFields />
        {kind === 'classical' && <CellKeyFields />}
      </div>
      <Tally stage={3} />
    </Section>
  );
}

function Left() {
  const { t } = useTranslation();
  const format = useFormat();
  const tally = useDesk((state) => state.view?.tally);
  const product = useDesk((state) => state.viewProduct);
  if (tally === undefined) return null;
  const { groups, primary, secondary } = tally;
  return t('recipe.stage3.left', {
    product: t(`products.name.${product}`),
    published: format.number(groups - primary - secondary),
    groups: format.number(groups),
  });
}
