import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ListEnding } from './ListEnding.tsx';
import { ListedSigners } from './ListedSigners.tsx';
import { Revoked } from './Revoked.tsx';
import type { BelievedList } from '../../../../shared/ipc/trust-overview.ts';

/** A publisher's list: how long it may be used, what it asks for, and whom it names. */
export function ListInForce({ list }: { readonly list: BelievedList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const needs = useNeeds(list);
  const { origin, version, expires, rootKeys, rootThreshold, rootFingerprint, ledgerKeys } = list;
  return (
    <section className="trust-list" aria-label={origin}>
      <h3>
        {origin} <span className="quiet">{t('trust.list.version', { version })}</span>
      </h3>
      <ListEnding list={list} />
      <Facts
        facts={[
          { name: t('trust.list.expires'), value: format.day(expires) },
          { name: t('trust.list.needs'), value: needs.join('; ') },
          {
            name: t('trust.list.root'),
            value: t('trust.list.rootSign', { count: rootKeys, threshold: rootThreshold }),
          },
          {
            name: t('trust.list.fingerprint'),
            value: <code>{rootFingerprint.match(/.{1,8}/gu)?.join(' ')}</code>,
          },
          { name: t('trust.list.ledgerKeys'), value: format.number(ledgerKeys) },
        ]}
      />
      <ListedSigners list={list} />
      {list.revokedOthers.length > 0 && (
        <div>
          <h4>{t('trust.list.revokedOthers')}</h4>
          <ul>
            {list.revokedOthers.map(({ fingerprint, ...revoked }) => (
              <li key={fingerprint}>
                <code>{fingerprint}</code> <Revoked revoked={revoked} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function useNeeds({
  approvals,
  approvingRoles,
  userPresence,
  userVerification,
}: BelievedList): readonly string[] {
  const { t } = useTranslation();
  const roles = approvingRoles.map((role) => t(`inspect.role.${role}`)).join(', ');
  return [
    t('trust.list.approvals', { count: approvals }),
    ...(roles === '' ? [] : [t('trust.list.among', { roles })]),
    ...(userPresence ? [t('trust.list.touched')] : []),
    ...(userVerification ? [t('trust.list.checked')] : []),
  ];
}
