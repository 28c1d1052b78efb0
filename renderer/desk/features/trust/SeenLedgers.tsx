import { useTranslation } from 'react-i18next';
import type { TrustOverview } from '../../../../shared/ipc/trust-overview.ts';

/** The longest history of each ledger that was seen in bundles that held. */
export function SeenLedgers({ ledgers }: Pick<TrustOverview, 'ledgers'>) {
  const { t } = useTranslation();
  return (
    <section className="trust-list" aria-label={t('trust.seen.title')}>
      <h3>{t('trust.seen.title')}</h3>
      <p className="quiet">{t('trust.seen.teach')}</p>
      <ul>
        {ledgers.map(({ origin, entries, keyKnown }, i) => (
          // oxlint-disable-next-line no-array-index-key -- one origin may stand here under several keys, in a fixed order
          <li key={`${origin} ${i}`}>
            {origin}: {t('trust.seen.entries', { count: entries })}
            {!keyKnown && <span className="quiet"> ({t('trust.seen.keyUnknown')})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
