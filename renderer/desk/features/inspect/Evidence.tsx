import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { predicateOf } from '../../../../shared/recipe/guarantee.ts';
import { useFormat } from '../../language/format.ts';
import { readingText } from '../../language/reading.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { AttackList } from './AttackList.tsx';
import { wayText } from './evidence-leaves.ts';
import { toldEvidence } from './told-evidence.ts';
import { useAttestor } from './use-attestor.ts';
import { useParameters } from './use-parameters.ts';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';
import type { Contents } from './bundle-table.ts';
import type { Leaf } from './evidence-leaves.ts';
import type { ToldEntry, ToldGate } from './told-evidence.ts';

export interface EvidenceProps {
  readonly bundle: InspectedBundle;
  readonly contents: Contents;
}

/** The evidence of a bundle in words, block by block; entries without words stand at the end as they are. */
export function Evidence({ bundle, contents }: EvidenceProps) {
  const { t } = useTranslation();
  const told = useMemo(() => toldEvidence(contents.evidence), [contents.evidence]);
  const textOf = useEntryText(contents.recipe.timeZone);
  return (
    <>
      <p className="quiet">{t('evidence.told')}</p>
      <div className="inspect-body">
        <div className="inspect-stack">
          <GateList gates={told.gates} textOf={textOf} attestor={useAttestor(bundle)} />
          <AttackList
            attacks={told.attacks}
            noisy={contents.recipe.guarantee.kind === 'differentialPrivacy'}
          />
          <Further entries={told.further} />
        </div>
        <div className="inspect-stack">
          <Parameters contents={contents} />
          {told.blocks.map(({ title, entries }) => (
            <Section key={title} card title={t(title)}>
              <Facts facts={entries.map((entry) => ({ name: t(entry.name), value: textOf(entry) }))} />
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}

type TextOf = (entry: ToldEntry) => string;

function useEntryText(timeZone: string): TextOf {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ reading, value }) => readingText(reading, value, { t, format, timeZone });
}

interface GateListProps {
  readonly gates: readonly ToldGate[];
  readonly textOf: TextOf;
  /** Whose word attested gates rest on. */
  readonly attestor: string;
}

function GateList({ gates, textOf, attestor }: GateListProps) {
  const { t } = useTranslation();
  if (gates.length === 0) return null;
  const held = gates.filter(({ outcome }) => outcome === 'pass').length;
  return (
    <Section card title={t('gates.title')} aside={t('evidence.gatesHeld', { held, count: gates.length })}>
      <ul>
        {gates.map(({ at, id, kind, outcome, details }) => (
          <Verdict key={at} outcome={outcome} word={t(`gates.word.${outcome}`)} title={t(`gates.${id}.name`)}>
            {t(`gates.${id}.${outcome}`)}
            <div className="gate-kind">{kind === 'attested' ? attestor : t('chain.recomputable')}</div>
            <div className="gate-details">
              {details.map((detail) => `${t(detail.name)}: ${textOf(detail)}`).join(' · ')}
            </div>
          </Verdict>
        ))}
      </ul>
    </Section>
  );
}

function Parameters({ contents }: { readonly contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { minimumPersons, guarantee } = contents.recipe;
  const rule = guarantee.kind === 'classical' ? 'recipe.rule' : 'recipe.noisyRule';
  const facts = [
    {
      name: t('approve.numbers.rule'),
      value: t(rule, { minimum: format.number(minimumPersons) }),
    },
    { name: t('evidence.literal'), value: <code lang="en">{predicateOf(contents.recipe)}</code> },
    ...useParameters(contents),
  ];
  return (
    <Section card title={t('evidence.parameters')}>
      <Facts facts={facts} />
    </Section>
  );
}

function Further({ entries }: { readonly entries: readonly Leaf[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Section card title={t('evidence.further')} aside={t('evidence.unit.entries', counted(entries.length))}>
      <p className="quiet">{t('evidence.furtherTold')}</p>
      <div lang="en">
        <Facts facts={entries.map(({ way, value }) => ({ name: wayText(way), value: rawText(value) }))} />
      </div>
    </Section>
  );
}

const counted = (count: number) => ({ count, shown: count });
const rawText = (value: unknown) => (typeof value === 'string' ? value || '–' : JSON.stringify(value));
