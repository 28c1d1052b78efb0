import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../../ui/Table.tsx';
import { Person } from './Person.tsx';
import { Revoked } from './Revoked.tsx';
import type { BelievedList, ListedSigner } from '../../../../shared/ipc/trust-overview.ts';

const personCell = (signer: ListedSigner) => <Person person={signer} />;
const validCell = (signer: ListedSigner) => <Valid signer={signer} />;
const stateCell = ({ revoked }: ListedSigner) => <State revoked={revoked} />;
const keyCell = ({ fingerprint, keyType }: ListedSigner) => (
  <>
    <code>{fingerprint}</code> <span className="quiet small">{keyType}</span>
  </>
);

/** Whom a publisher's list names: as what, from where to where, with which key, and whether that key was revoked. */
export function ListedSigners({ list: { origin, signers } }: { readonly list: BelievedList }) {
  const { t } = useTranslation();
  const columns: readonly Column<ListedSigner>[] = [
    { id: 'person', title: t('trust.column.person'), cell: personCell },
    {
      id: 'roles',
      title: t('trust.column.roles'),
      cell: ({ roles }) => roles.map((role) => t(`inspect.role.${role}`)).join(', '),
    },
    {
      id: 'valid',
      title: t('trust.column.valid'),
      cell: validCell,
    },
    {
      id: 'state',
      title: t('trust.column.state'),
      cell: stateCell,
    },
    {
      id: 'key',
      title: t('trust.column.key'),
      cell: keyCell,
    },
  ];
  return (
    <Table
      caption={t('trust.signers', { origin })}
      columns={columns}
      rows={signers}
      rowKey={({ id, fingerprint }) => `${id} ${fingerprint}`}
    />
  );
}

function Valid({ signer: { validFrom: from, validTo: to } }: { readonly signer: ListedSigner }) {
  const { t } = useTranslation();
  const text = to === undefined ? t('trust.valid.open', { from }) : t('trust.valid.closed', { from, to });
  return <span className="trust-valid">{text}</span>;
}

function State({ revoked }: { readonly revoked: ListedSigner['revoked'] }) {
  const { t } = useTranslation();
  return revoked === undefined ? t('trust.state.valid') : <Revoked revoked={revoked} />;
}
