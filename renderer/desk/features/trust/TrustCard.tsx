import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ListInForce } from './ListInForce.tsx';
import { SeenLedgers } from './SeenLedgers.tsx';
import { SimpleSigners } from './SimpleSigners.tsx';
import { TakeIn } from './TakeIn.tsx';
import { TakeInState } from './TakeInState.tsx';
import type { TrustOverview } from '../../../../shared/ipc/trust-overview.ts';
import './trust.css';

/** Whom this machine believes, from where, and the way a publisher's list comes in. */
export function TrustCard() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const trust = useDesk((state) => state.trust);
  const failure = useDesk((state) => state.trustFailure);
  const load = useDesk((state) => state.loadTrust);
  useEffect(() => void load(), [load]);
  return (
    <Section card title={t('trust.title')}>
      <div className="trust">
        {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
        {trust === undefined && failure === undefined && <p className="quiet">{t('trust.working')}</p>}
        {trust !== undefined && <Believed trust={trust} />}
        <TakeIn />
        <TakeInState />
      </div>
    </Section>
  );
}

function Believed({ trust }: { readonly trust: TrustOverview }) {
  const { t } = useTranslation();
  const { lists, simple, own, ledgers } = trust;
  const isNobody = lists.length + simple.length + own.length === 0;
  return (
    <>
      {isNobody && <p>{t('trust.empty')}</p>}
      {lists.length === 0 && <p className="quiet">{t('trust.how')}</p>}
      {lists.map((list) => (
        <ListInForce key={list.origin} list={list} />
      ))}
      {simple.length + own.length > 0 && <SimpleSigners simple={simple} own={own} />}
      {ledgers.length > 0 && <SeenLedgers ledgers={ledgers} />}
    </>
  );
}
