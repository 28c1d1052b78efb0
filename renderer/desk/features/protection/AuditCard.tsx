import './protection.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { auditVerdict } from './audit-verdict.ts';
import type { ProtectionReport } from '../../../../shared/ipc/protection.ts';
import type { Guarantee } from '../../../../shared/recipe/guarantee.ts';

export interface AuditCardProps {
  /** Absent until it was worked out for the first time. */
  readonly report: ProtectionReport | undefined;
  readonly guarantee: Guarantee['kind'];
  /** Whether the report is of another recipe than the one that is shown. */
  readonly stale: boolean;
}

const outcomes = ['exact', 'narrow', 'safe', 'notTested'] as const;

/** What a reader of the tables could work out about hidden groups. */
export function AuditCard({ report, guarantee, stale }: AuditCardProps) {
  const { t } = useTranslation();
  if (guarantee === 'differentialPrivacy')
    return (
      <Section title={t('protection.audit.title')}>
        <p>{t('protection.audit.noise')}</p>
      </Section>
    );
  return (
    <Section title={t('protection.audit.title')}>
      <div className={stale ? 'audit stale' : 'audit'} aria-busy={stale}>
        <AuditVerdict report={stale ? undefined : report} />
        {report !== undefined && <AuditFigures audit={report.audit} />}
        {report !== undefined && <Identities identities={report.identities} />}
      </div>
    </Section>
  );
}

function AuditVerdict({ report }: { readonly report: ProtectionReport | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome, sentence, count } = auditVerdict(report?.audit);
  return (
    <ul>
      <Verdict outcome={outcome} word={t(`gates.word.${outcome}`)} title={t('gates.recoverable-blanks.name')}>
        {t(`protection.audit.${sentence}`, { count, shown: format.number(count) })}
      </Verdict>
    </ul>
  );
}

function AuditFigures({ audit }: { readonly audit: ProtectionReport['audit'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="audit-figures">
        {outcomes.map((outcome) => (
          <div key={outcome} title={t(`protection.audit.told.${outcome}`)}>
            <dt>{t(`protection.audit.name.${outcome}`)}</dt>
            <dd>{format.number(audit[outcome])}</dd>
          </div>
        ))}
      </dl>
      {audit.wholeBlocks > 0 && (
        <p className="quiet small">
          {t('protection.audit.whole', { count: audit.wholeBlocks, shown: format.number(audit.wholeBlocks) })}
        </p>
      )}
    </>
  );
}

function Identities({ identities }: { readonly identities: ProtectionReport['identities'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (identities.length === 0) return <p className="quiet small">{t('protection.identity.none')}</p>;
  return (
    <details className="identities">
      <summary>{t('protection.identity.title')}</summary>
      <ul>
        {identities.map(({ name, count }) => (
          <li key={name}>
            <span>{t(`evidence.identity.${name}`, { defaultValue: name })}</span>
            <span className="numeric">{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
