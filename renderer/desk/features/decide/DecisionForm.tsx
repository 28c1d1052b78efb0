import { useTranslation } from 'react-i18next';
import { DecisionKind } from '../../../../shared/ipc/decision.ts';
import { withdrawalReasons } from '../../../../shared/ledger/ledger-entry.ts';
import { decisionNeeds } from '../../state/decide-needs.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WhoSigns } from './WhoSigns.tsx';
import type { DecisionSubject } from '../../../../shared/ipc/decision.ts';

/** What is decided, what is said to it, and who signs. Nothing is chosen or ticked beforehand. */
export function DecisionForm({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const decision = useDesk((state) => state.decision);
  const choose = useDesk((state) => state.chooseDecision);
  return (
    <>
      <Section card title={t('decide.form.title')}>
        <Segmented
          label={t('decide.form.decision')}
          value={decision}
          choices={DecisionKind.options.map((value) => ({ value, text: t(`decide.kind.${value}`) }))}
          onChoose={choose}
        />
        {decision === undefined ? (
          <p className="quiet">{t('decide.form.teach')}</p>
        ) : (
          <p>{t(`decide.told.${decision}`)}</p>
        )}
        {decision === 'approve' && <Confirmations subject={subject} />}
        {decision === 'withdraw' && <Reason />}
        {decision !== undefined && <Comment subject={subject} />}
      </Section>
      {decision !== undefined && <WhoSigns subject={subject} />}
      {decision !== undefined && <Missing />}
    </>
  );
}

function Confirmations({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const confirmed = useDesk((state) => state.confirmed);
  const confirm = useDesk((state) => state.confirm);
  return (
    <fieldset className="decide-confirmations">
      <legend>{t('decide.confirm.title')}</legend>
      {subject.confirmations.map((one) => (
        <Checkbox
          key={one}
          label={t(`decide.confirm.${one}`)}
          checked={confirmed.includes(one)}
          onChange={(holds) => confirm(one, holds)}
        />
      ))}
    </fieldset>
  );
}

function Reason() {
  const { t } = useTranslation();
  const reason = useDesk((state) => state.withdrawReason);
  const setReason = useDesk((state) => state.setWithdrawReason);
  const attempted = useDesk((state) => state.decideAttempted);
  return (
    <Select
      layout="stack"
      label={t('decide.form.why')}
      value={reason ?? ''}
      error={attempted && reason === undefined ? t('approve.terms.missing') : undefined}
      choices={[
        { value: '', text: t('pending.choose') },
        ...withdrawalReasons.map((value) => ({ value, text: t(`decide.why.${value}`) })),
      ]}
      onChoose={(chosen) => setReason(chosen === '' ? undefined : chosen)}
    />
  );
}

function Comment({ subject }: { readonly subject: DecisionSubject }) {
  const { t } = useTranslation();
  const decision = useDesk((state) => state.decision);
  const comment = useDesk((state) => state.decideComment);
  const setComment = useDesk((state) => state.setDecideComment);
  const attempted = useDesk((state) => state.decideAttempted);
  const required = decision !== 'approve' || subject.signing.comment;
  const approves = decision === 'approve';
  const hint = approves && required ? 'approve.terms.commentRequired' : 'approve.terms.commentHint';
  return (
    <TextField
      layout="stack"
      kind="long"
      limit={2000}
      required={required}
      label={t(approves ? 'approve.terms.comment' : 'decide.form.reason')}
      hint={t(approves ? hint : 'decide.form.reasonHint')}
      error={attempted && required && comment.trim() === '' ? t('approve.terms.missing') : undefined}
      value={comment}
      onText={setComment}
    />
  );
}

function Missing() {
  const { t } = useTranslation();
  const needs = useDesk((state) => decisionNeeds(state).join('\n'));
  if (needs === '') return null;
  return (
    <Notice tone="calm">
      <p>{t('approve.sign.before')}</p>
      <ul className="decide-needs">
        {needs.split('\n').map((need) => (
          <li key={need}>{t(need)}</li>
        ))}
      </ul>
    </Notice>
  );
}
