import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import type { ChainLink, DecisionSubject } from '../../../../shared/ipc/decision.ts';

/** Who signed so far, in order, and what the policy still asks for. */
export function SignedSoFar({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const { chain, needed, counted, rolesOpen, outcome, solo } = subject;
  const missing = Math.max(0, needed - counted);
  const roles = rolesOpen.map((role) => t(`inspect.role.${role}`)).join(', ');
  return (
    <Section card title={t('decide.chain.title')} aside={t('decide.chain.count', { counted, count: needed })}>
      <ol className="decide-chain">
        {chain.map((link) => (
          <Link key={`${link.fingerprint} ${link.role}`} link={link} timeZone={subject.timeZone} />
        ))}
      </ol>
      <p>
        {outcome === 'release' || missing === 0
          ? t('decide.chain.enough')
          : `${t('decide.chain.missing', { count: missing })} ${t('decide.chain.roles', { roles })}`}
      </p>
      <p className="quiet small">
        {t(solo ? 'decide.chain.solo' : 'decide.chain.fourEyes')} {t('time.zone', { zone: subject.timeZone })}
        .
      </p>
    </Section>
  );
}

function Link({ link, timeZone }: { readonly link: ChainLink; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, role, decision, claimedTime, comment, fingerprint, known } = link;
  const word = (kind: 'role' | 'decided', text: string) =>
    t(`inspect.${kind}.${text}`, { defaultValue: text });
  return (
    <li>
      <h3>
        {person} <span className="quiet decide-role">{word('role', role)}</span>
      </h3>
      <p>
        <strong>{word('decided', decision)}</strong>{' '}
        <span className="quiet">{format.stamp(claimedTime, timeZone)}</span>
      </p>
      {comment !== '' && <blockquote className="decide-comment">{comment}</blockquote>}
      <p className={known ? 'quiet small' : 'small decide-unknown'}>
        <code>{fingerprint}</code> {t(known ? 'inspect.known' : 'inspect.unknown')}
      </p>
    </li>
  );
}
