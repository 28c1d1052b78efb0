import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Changes } from './Changes.tsx';
import { Decided } from './Decided.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { SignedSoFar } from './SignedSoFar.tsx';
import { SubjectFacts } from './SubjectFacts.tsx';
import { WhatHolds } from './WhatHolds.tsx';
import type { ReactNode } from 'react';
import './decide.css';

/** Deciding about a bundle somebody else prepared: what main read from the file on the left, what is said to it on the right. */
export function DecidePage({ pending, trust }: { readonly pending: ReactNode; readonly trust: ReactNode }) {
  const { t } = useTranslation();
  const digest = useDesk((state) => state.bundle?.digest);
  const subject = useDesk((state) => state.subject);
  const failure = useDesk((state) => state.decideFailure);
  const decided = useDesk((state) => state.decided);
  const look = useDesk((state) => state.lookAtDecision);
  const failureText = useFailureText();
  const wanted = digest !== undefined && subject?.digest !== digest && failure === undefined;
  useEffect(() => {
    if (wanted) void look();
  }, [wanted, look]);
  return (
    <div className="page decide-page">
      <div className="decide-column">
        {subject === undefined ? (
          failure === undefined && <p className="quiet">{t('decide.reading')}</p>
        ) : (
          <>
            <SubjectFacts subject={subject} />
            <SignedSoFar subject={subject} />
            <WhatHolds subject={subject} />
            <Changes key={subject.digest} subject={subject} />
          </>
        )}
      </div>
      <div className="decide-column">
        {trust}
        {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
        {decided !== undefined && <Decided outcome={decided} />}
        {subject !== undefined && decided === undefined && <DecisionForm subject={subject} />}
        {pending}
      </div>
    </div>
  );
}
