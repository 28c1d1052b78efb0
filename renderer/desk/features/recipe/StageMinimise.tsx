import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';

/** Stage 1: what was done to the people of the extract before anything is counted. */
export function StageMinimise() {
  const { t } = useTranslation();
  const format = useFormat();
  const objections = useDesk((state) => state.understanding?.objections);
  const timeZone = useDesk((state) => state.draft.present.recipe.timeZone);
  const removed = objections?.kind === 'register' ? objections.matched : 0;
  return (
    <Section
      title={t('recipe.stage1.title')}
      aside={
        removed > 0 ? t('recipe.stage1.tally', { count: removed, people: format.number(removed) }) : undefined
      }
    >
      <dl className="stage-facts">
        <div>
          <dt>{t('recipe.stage1.identifiers')}</dt>
          <dd>{t('recipe.stage1.hashed')}</dd>
        </div>
        <div>
          <dt>{t('recipe.stage1.objections')}</dt>
          <dd>
            {objections?.kind === 'register'
              ? t('recipe.stage1.removed', {
                  people: format.number(removed),
                  asOf: objections.asOf === undefined ? '–' : format.stamp(objections.asOf, timeZone),
                })
              : t('recipe.stage1.noRegister')}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
