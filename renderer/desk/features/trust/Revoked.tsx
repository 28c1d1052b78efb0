import { useTranslation } from 'react-i18next';
import type { Revocation } from '../../../../shared/ipc/trust-overview.ts';

/** From where on a revoked key counts no more, and why. */
export function Revoked({ revoked: { lastGood, reason } }: { readonly revoked: Revocation }) {
  const { t } = useTranslation();
  return (
    <span className="trust-revoked">
      {lastGood < 0 ? t('trust.state.void') : t('trust.state.revoked', { position: lastGood })}
      {reason !== '' && <span className="quiet"> {t('trust.state.reason', { reason })}</span>}
    </span>
  );
}
