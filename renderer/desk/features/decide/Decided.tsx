import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import type { DecisionOutcome } from '../../../../shared/ipc/decision.ts';
import type { Receipt } from '../../../../shared/ipc/seal-outcome.ts';

/** How it ended, what lies where, and what to do now. */
export function Decided({ outcome }: { readonly outcome: DecisionOutcome }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (outcome.kind) {
    case 'cancelled':
      return null;
    case 'signed':
      return <Signed receipt={outcome.receipt} />;
    case 'rejected':
      return (
        <Section card title={t('decide.done.rejected')}>
          <Notice tone="notice">{t('decide.done.rejectedTold')}</Notice>
          <p className="quiet">{t('decide.done.keptUntil', { day: format.day(outcome.kept.keepUntil) })}</p>
          <Again />
        </Section>
      );
    case 'withdrawn':
      return <Withdrawn outcome={outcome} />;
  }
}

function Signed({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const reveal = useDesk((state) => state.reveal);
  const missing = useDesk((state) => {
    const { needed = 0, counted = 0 } = state.subject ?? {};
    return Math.max(0, needed - counted);
  });
  const released = receipt.outcome === 'release';
  return (
    <Section card title={t('decide.done.approved')} aside={receipt.releaseId}>
      <Notice tone={released ? 'calm' : 'notice'}>
        {released ? t('decide.done.release') : t('decide.done.prepared', { count: missing })}
      </Notice>
      <Facts facts={[{ name: t('receipt.path'), value: <code>{receipt.path}</code> }]} />
      <p>{t(released ? 'decide.done.releaseNext' : 'decide.done.preparedNext')}</p>
      <div className="decide-actions">
        <Button onPress={() => void reveal()}>{t('receipt.reveal')}</Button>
        <Again />
      </div>
    </Section>
  );
}

function Withdrawn({
  outcome,
}: {
  readonly outcome: Extract<DecisionOutcome, { readonly kind: 'withdrawn' }>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notice, kept } = outcome;
  return (
    <Section card title={t('decide.done.withdrawn')} aside={kept.releaseId}>
      <Notice tone="notice">{t('decide.done.withdrawnTold')}</Notice>
      {notice !== undefined && (
        <Facts facts={[{ name: t('decide.done.notice'), value: <code>{notice}</code> }]} />
      )}
      <h3>{t('decide.announce.title')}</h3>
      <ol className="decide-announce">
        {(['send', 'publish', 'ledger', 'delete'] as const).map((step) => (
          <li key={step}>{t(`decide.announce.${step}`, { releaseId: kept.releaseId })}</li>
        ))}
      </ol>
      <p className="quiet">{t('decide.done.keptUntil', { day: format.day(kept.keepUntil) })}</p>
      <Again />
    </Section>
  );
}

/** Back to an empty form, for the next person at this workstation. */
function Again() {
  const { t } = useTranslation();
  const look = useDesk((state) => state.lookAtDecision);
  return (
    <div>
      <Button onPress={() => void look()}>{t('decide.done.again')}</Button>
    </div>
  );
}
