import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Digest } from '../../ui/Digest.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { PendingSigning } from '../../../../shared/ipc/decision.ts';
import './pending.css';

/** Statements that were written to be signed elsewhere: how each is signed, and the way its signature comes back. */
export function PendingSignatures() {
  const { t } = useTranslation();
  const pending = useDesk((state) => state.pending);
  const failure = useDesk((state) => state.pendingFailure);
  const written = useDesk((state) => state.written);
  const load = useDesk((state) => state.loadPending);
  const failureText = useFailureText();
  useEffect(() => void load(), [load]);
  if (pending.length === 0 && failure === undefined) return null;
  return (
    <Section card title={t('pending.title')} aside={t('pending.waiting', { count: pending.length })}>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {pending.map((signing) => (
        <Waiting key={signing.id} signing={signing} open={signing.id === written?.id} />
      ))}
    </Section>
  );
}

interface WaitingProps {
  readonly signing: PendingSigning;
  /** It was written just now: say how it is signed without being asked. */
  readonly open: boolean;
}

function Waiting({ signing, open }: WaitingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const importing = useDesk((state) => state.importing);
  const importSignature = useDesk((state) => state.importSignature);
  const drop = useDesk((state) => state.dropPending);
  const { id, decision, role, signer, releaseId, claimedTime } = signing;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const busy = importing === undefined ? undefined : t('pending.importing');
  return (
    <article className="pending" data-pending={id} ref={place}>
      <h3>
        {t(`pending.decision.${decision}`)} <span className="quiet">{releaseId}</span>
      </h3>
      <p className="small">
        {t('pending.by', { signer, role: t(`inspect.role.${role}`), time: format.stamp(claimedTime, 'UTC') })}
      </p>
      <HowToSign signing={signing} open={open} />
      <div className="pending-actions">
        <Button look="primary" blocked={busy} onPress={() => void importSignature(id)}>
          {t('pending.import')}
        </Button>
        <Button blocked={busy} onPress={() => void drop(id)}>
          {t('pending.drop')}
        </Button>
      </div>
    </article>
  );
}

function HowToSign({ signing, open }: WaitingProps) {
  const { t } = useTranslation();
  const id = useId();
  const { statementName, sha256, command, fingerprint } = signing;
  return (
    <details className="pending-how" open={open}>
      <summary>{t('pending.how')}</summary>
      <Facts
        facts={[
          { name: t('pending.file'), value: <code>{statementName}</code> },
          { name: 'SHA-256', value: <Digest hex={sha256} /> },
          { name: t('approve.sign.fingerprint'), value: <code>{fingerprint}</code> },
        ]}
      />
      <p>{t('pending.steps', { file: statementName })}</p>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre id={id} className="pending-command" tabIndex={0} aria-label={t('pending.command')}>
        {command}
      </pre>
      <CopyButton from={id} copied={t('receipt.copied')} failed={t('receipt.notCopied')}>
        {t('receipt.copy')}
      </CopyButton>
    </details>
  );
}
