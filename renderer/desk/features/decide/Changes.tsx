import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { DecisionChanges, DecisionSubject } from '../../../../shared/ipc/decision.ts';

/** What changed since the last release of the same title that this workstation recorded. */
export function Changes({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const changes = useDesk((state) => state.changes);
  const failure = useDesk((state) => state.changesFailure);
  const load = useDesk((state) => state.loadChanges);
  const { earlier } = subject;
  const wanted = earlier !== undefined;
  useEffect(() => {
    if (wanted) void load();
  }, [wanted, load]);
  return (
    <Section card title={t('decide.changes.title')} aside={earlier?.releaseId}>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {earlier === undefined && <p className="quiet">{t('decide.changes.first')}</p>}
      {wanted && changes === undefined && failure === undefined && (
        <p className="quiet">{t('decide.changes.reading')}</p>
      )}
      {changes !== undefined && <Told changes={changes} />}
    </Section>
  );
}

function Told({ changes }: { readonly changes: DecisionChanges }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { earlier, relation, before, after, recipe, policy, zones, tables } = changes;
  const none = t('decide.changes.none');
  const { added, removed, reshaped } = zones;
  return (
    <>
      <Facts
        facts={[
          { name: t('decide.changes.released'), value: format.day(earlier.releaseDate) },
          {
            name: t('approve.numbers.period'),
            value: `${format.period(before.from, before.to)} → ${format.period(after.from, after.to)} (${t(`decide.changes.relation.${relation}`)})`,
          },
          {
            name: t('approve.numbers.area'),
            value:
              added + removed + reshaped === 0
                ? none
                : t('decide.changes.zones', { added, removed, reshaped }),
          },
          ...tables.map((table) => ({
            name: t(`products.name.${table.product}`),
            value:
              table.standsIn === 'both'
                ? t('decide.changes.table', numbers(table, format.number))
                : t(`decide.changes.only.${table.standsIn}`),
          })),
        ]}
      />
      <Values title={t('decide.changes.recipe')} values={recipe} none={none} />
      <Values title={t('decide.changes.policy')} values={policy} none={none} />
    </>
  );
}

function numbers(
  { same, raised, lowered, newlyShown, newlyHidden }: DecisionChanges['tables'][number],
  number: (value: number) => string,
) {
  return {
    same: number(same),
    raised: number(raised),
    lowered: number(lowered),
    shown: number(newlyShown),
    hidden: number(newlyHidden),
  };
}

interface ValuesProps {
  readonly title: string;
  readonly values: DecisionChanges['recipe'];
  readonly none: string;
}

function Values({ title, values, none }: ValuesProps) {
  const { t } = useTranslation();
  const nothing = t('decide.changes.nothing');
  return (
    <div>
      <h3>{title}</h3>
      {values.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="decide-changes">
          {values.map(({ key, from, to }) => (
            <li key={key}>
              {t(`decide.changes.key.${key}`, {
                defaultValue: t(`recipe.field.${key}`, { defaultValue: key }),
              })}
              : <code>{from || nothing}</code> → <code>{to || nothing}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
