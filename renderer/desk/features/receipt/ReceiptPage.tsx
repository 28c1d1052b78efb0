import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Digest } from '../../ui/Digest.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import './receipt.css';

/** What the officer holds after an export. */
export function ReceiptPage({ onInspect }: { readonly onInspect: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const failureText = useFailureText();
  const receipt = useDesk((state) => state.receipt);
  const policy = useDesk((state) => state.draft.settled.policy);
  const failure = useDesk((state) => state.sealFailure);
  const reveal = useDesk((state) => state.reveal);
  const commandsId = useId();
  if (receipt === undefined) return null;
  return (
    <div className="page receipt-page">
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      <Section card title={t('receipt.title')} aside={receipt.releaseId}>
        <Notice tone={receipt.outcome === 'release' ? 'calm' : 'notice'}>
          {t(`receipt.outcome.${receipt.outcome}`, { count: policy.approvals })}
        </Notice>
        <div>
          <h3>{t('receipt.digest')}</h3>
          <p className="digest" data-digest={receipt.digest}>
            <Digest hex={receipt.digest} />
          </p>
          <p className="quiet small">{t('receipt.digestTold')}</p>
        </div>
        <Facts
          facts={[
            { name: t('receipt.path'), value: <code>{receipt.path}</code> },
            {
              name: t('receipt.size'),
              value: t('receipt.bytes', {
                size: format.bytes(receipt.sizeBytes),
                bytes: format.number(receipt.sizeBytes),
              }),
            },
          ]}
        />
        <div className="receipt-actions">
          <Button onPress={() => void reveal()}>{t('receipt.reveal')}</Button>
          <Button onPress={onInspect}>{t('receipt.inspect')}</Button>
        </div>
      </Section>
      <Section card title={t('receipt.verify')}>
        <p className="quiet">{t('receipt.verifyTold')}</p>
        {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <pre id={commandsId} className="commands" tabIndex={0} aria-label={t('receipt.verify')}>
          {receipt.commands.join('\n')}
        </pre>
        <CopyButton from={commandsId} copied={t('receipt.copied')} failed={t('receipt.notCopied')}>
          {t('receipt.copy')}
        </CopyButton>
      </Section>
    </div>
  );
}
