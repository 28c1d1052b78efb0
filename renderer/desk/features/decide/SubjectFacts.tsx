import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { policyTitle } from '../../language/policy-title.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Digest } from '../../ui/Digest.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { DecisionSubject } from '../../../../shared/ipc/decision.ts';

/** Which release it is, by its own words and by its digest. */
export function SubjectFacts({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, fileName, digest, organisation, purpose, recipient } = subject;
  const bundle = useDesk((state) => state.bundle);
  const policy = bundle?.digest === digest ? bundle.contents?.policy : undefined;
  return (
    <Section card title={title} aside={subject.releaseId}>
      {subject.kept.map((kept) => (
        <Notice key={`${kept.decision} ${kept.claimedTime}`} tone="notice">
          {t(`decide.kept.${kept.decision}`, {
            signer: kept.signer,
            role: t(`inspect.role.${kept.role}`),
            day: format.day(kept.claimedTime.slice(0, 10)),
            reason: kept.comment,
          })}
        </Notice>
      ))}
      <div>
        <h3>{t('receipt.digest')}</h3>
        <p className="decide-digest" data-digest={digest}>
          <Digest hex={digest} />
        </p>
        <p className="quiet small">{t('decide.digestTold')}</p>
      </div>
      <Facts
        facts={[
          { name: t('decide.file'), value: fileName },
          { name: t('approve.terms.organisation'), value: organisation },
          { name: t('approve.terms.purpose'), value: purpose },
          { name: t('approve.terms.recipient'), value: recipient },
          {
            name: t('decide.policy'),
            value: policy === undefined ? subject.policyTitle : policyTitle(t, policy),
          },
        ]}
      />
    </Section>
  );
}
