import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { differences } from '../../state/differences.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { More } from './More.tsx';

const kinds = ['classical', 'differentialPrivacy'] as const;

/** The two promises, never mixed: what each holds and what it does not. */
export function GuaranteeChoice() {
  const { t } = useTranslation();
  const { kind } = useDesk((state) => state.draft.present.recipe.guarantee);
  const chooseGuarantee = useDesk((state) => state.chooseGuarantee);
  return (
    <>
      <Segmented
        label={t('recipe.field.guarantee')}
        value={kind}
        choices={kinds.map((value) => ({ value, text: t(`recipe.guarantee.name.${value}`) }))}
        onChoose={chooseGuarantee}
      />
      <AlsoSet />
      <p className="quiet small">{t(`recipe.guarantee.promise.${kind}`)}</p>
      <More title={t('recipe.guarantee.notTitle')}>
        <p className="quiet small">{t(`recipe.guarantee.not.${kind}`)}</p>
      </More>
    </>
  );
}

/** What the switch changed besides the guarantee, as long as it is the last thing that was done. */
function AlsoSet() {
  const { t } = useTranslation();
  const format = useFormat();
  const last = useDesk((state) => state.lastChange);
  if (last?.kind !== 'change') return null;
  const changed = differences(last.before, last.after);
  const { guarantee: before } = last.before.recipe;
  if (changed[0]?.field !== 'guarantee' || before.kind === last.after.recipe.guarantee.kind) return null;
  const { maximumGroupsPerPersonDay: bound, period } = last.after.recipe;
  const what = changed.slice(1).map(({ field }) => {
    const name = t(`recipe.field.${field}`);
    if (field === 'maximumGroupsPerPersonDay')
      return `${name}: ${bound === null ? t('recipe.bound.none') : t('recipe.bound.most', { count: bound, shown: format.number(bound) })}`;
    if (field === 'period' && period !== null) return `${name}: ${format.period(period.from, period.to)}`;
    return field === 'levels' ? `${name}: ${t('recipe.levels.none')}` : name;
  });
  if (what.length === 0) return null;
  return <Notice tone="calm">{t('recipe.guarantee.alsoSet', { what: what.join(' · ') })}</Notice>;
}
