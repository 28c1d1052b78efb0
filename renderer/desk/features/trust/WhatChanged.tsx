import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { TFunction } from 'i18next';
import type { TrustChange } from '../../../../shared/ipc/trust-overview.ts';

/** What the list that was taken in changed, in sentences. */
export function WhatChanged({ change }: { readonly change: TrustChange }) {
  const { t } = useTranslation();
  const verifiedAnew = useDesk((state) => state.verifiedAnew);
  const { kind, origin, version, before } = change;
  const lines = [...linesOf(change, t), ...(verifiedAnew ? [t('trust.change.verified')] : [])];
  return (
    <Notice tone={isGrave(change) ? 'notice' : 'calm'}>
      <strong>{t(`trust.change.${kind}`, { origin, version, before })}</strong>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Something a person should look at: a key was revoked, or others decide about the list from now on. */
function isGrave({ revoked, rootAdded, rootRemoved, rootThreshold }: TrustChange): boolean {
  return revoked.length + rootAdded + rootRemoved > 0 || rootThreshold !== undefined;
}

function linesOf(change: TrustChange, t: TFunction): readonly string[] {
  if (change.kind === 'first') return [t('trust.change.names', { who: change.added.join(', ') })];
  if (change.kind === 'same') return [];
  const signers = signerLines(change, t);
  return [...(signers.length > 0 ? signers : [t('trust.change.sameNames')]), ...rootLines(change, t)];
}

function signerLines(change: TrustChange, t: TFunction): readonly string[] {
  return (['added', 'removed', 'altered', 'revoked', 'reinstated'] as const)
    .filter((what) => change[what].length > 0)
    .map((what) => t(`trust.change.${what}`, { who: change[what].join(', ') }));
}

function rootLines(change: TrustChange, t: TFunction): readonly string[] {
  const { rootAdded: added, rootRemoved: removed, rootThreshold, rules, ledgerKeys } = change;
  return [
    ...(added + removed > 0 ? [t('trust.change.root', { added, removed })] : []),
    ...(rootThreshold === undefined ? [] : [t('trust.change.threshold', rootThreshold)]),
    ...(rules ? [t('trust.change.rules')] : []),
    ...(ledgerKeys ? [t('trust.change.ledgerKeys')] : []),
  ];
}
