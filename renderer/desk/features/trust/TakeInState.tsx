import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Takes in a state of a publisher's ledger without a bundle, so that a withdrawal arrives. */
export function TakeInState() {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const busy = useDesk((state) => state.takingInState);
  const takeIn = useDesk((state) => state.takeInState);
  const failure = useDesk((state) => state.takeInStateFailure);
  const taken = useDesk((state) => state.takenState);
  const verified = useDesk((state) => state.verifiedAnew);
  return (
    <section className="trust-take-in" aria-label={t('trust.ledger.title')}>
      <h3>{t('trust.ledger.title')}</h3>
      <p className="quiet">{t('trust.ledger.teach')}</p>
      <Button onPress={() => void takeIn()} disabled={busy}>
        {t(busy ? 'trust.takeIn.working' : 'trust.ledger.button')}
      </Button>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {taken !== undefined && (
        <Notice tone="calm">
          {t(`trust.ledger.${taken.standing}`, { origin: taken.origin, count: taken.entries })}
          {verified && ` ${t('trust.change.verified')}`}
        </Notice>
      )}
    </section>
  );
}
