import { useTranslation } from 'react-i18next';
import {
  distributionFacts,
  measuredFacts,
  parameterFacts,
  recoveryFacts,
} from '../../language/attack-facts.ts';
import { attackSentence, hasGate } from '../../language/attack-sentence.ts';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

export interface AttackListProps {
  readonly attacks: readonly AttackReport[];
  /** Whether noise is the promise of the recipe. */
  readonly noisy: boolean;
}

/** What the attacks on a release came to, as its evidence says: the sentence of each, and all figures behind it. */
export function AttackList({ attacks, noisy }: AttackListProps) {
  const { t } = useTranslation();
  const speech = { t, format: useFormat() };
  if (attacks.length === 0) return null;
  return (
    <Section card title={t('attacks.evidence')}>
      <ul>
        {attacks.map((report) => (
          <Verdict
            key={report.attack}
            outcome={report.outcome}
            told={!hasGate(report)}
            word={t(`attacks.word.${hasGate(report) ? report.outcome : 'told'}`)}
            title={t(`attacks.${report.attack}.name`)}
          >
            {attackSentence(report, noisy, speech)}
            <details>
              <summary>{t('attacks.details')}</summary>
              <Facts
                facts={[
                  ...recoveryFacts(speech, report),
                  ...measuredFacts(speech, report),
                  ...distributionFacts(speech, report),
                  ...parameterFacts(speech, report),
                ]}
              />
            </details>
          </Verdict>
        ))}
      </ul>
    </Section>
  );
}
