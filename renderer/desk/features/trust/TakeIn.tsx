import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { typedFingerprint, type TypedFingerprint } from '../../state/typed-fingerprint.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import type { TFunction } from 'i18next';

/** Room for 64 characters with spaces, and for seeing that some are too many. */
const limit = 120;

/** Takes in a publisher's list. What the fingerprint should be stands nowhere here: it comes by letter or voice. */
export function TakeIn() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const text = useDesk((state) => state.toldFingerprint);
  const setText = useDesk((state) => state.setToldFingerprint);
  const takingIn = useDesk((state) => state.takingIn);
  const takeIn = useDesk((state) => state.takeInList);
  const failure = useDesk((state) => state.takeInFailure);
  const change = useDesk((state) => state.trustChange);
  const typed = typedFingerprint(text);
  const isReady = typed.kind === 'empty' || typed.kind === 'whole';
  const told = toldOf(typed, t);
  const isWrong = typed.kind === 'wrong' || typed.kind === 'long';
  return (
    <section className="trust-take-in" aria-label={t('trust.takeIn.title')}>
      <h3>{t('trust.takeIn.title')}</h3>
      <TextField
        layout="stack"
        label={t('trust.takeIn.label')}
        value={text}
        onText={setText}
        limit={limit}
        {...(isWrong ? { error: told } : { hint: told })}
      />
      <Button
        onPress={() => void takeIn()}
        disabled={takingIn}
        blocked={isReady ? undefined : t('trust.takeIn.blocked')}
      >
        {t(takingIn ? 'trust.takeIn.working' : 'trust.takeIn.button')}
      </Button>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {change !== undefined && <WhatChanged change={change} />}
    </section>
  );
}

function toldOf(typed: TypedFingerprint, t: TFunction): string {
  switch (typed.kind) {
    case 'empty':
      return t('trust.takeIn.hint');
    case 'wrong':
      return t('trust.takeIn.wrong', { character: typed.character });
    case 'long':
      return t('trust.takeIn.long', { count: typed.surplus });
    case 'whole':
      return t('trust.takeIn.whole');
    case 'short': {
      const missing = t('trust.takeIn.short', { count: typed.missing });
      return typed.odd === undefined ? missing : `${missing} ${t('trust.takeIn.odd', typed.odd)}`;
    }
  }
}
