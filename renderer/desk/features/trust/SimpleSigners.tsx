import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../../ui/Table.tsx';
import { Person } from './Person.tsx';
import type { SimpleSigner, TrustOverview } from '../../../../shared/ipc/trust-overview.ts';

const personCell = (known: Known) => <Person person={known} />;
const keyCell = ({ fingerprint }: Known) => <code>{fingerprint}</code>;

interface Known extends SimpleSigner {
  readonly from: 'file' | 'own';
}

/** Who is known here without a publisher's list, and from where. */
export function SimpleSigners({ simple, own }: Pick<TrustOverview, 'simple' | 'own'>) {
  const { t } = useTranslation();
  const rows: readonly Known[] = [
    ...simple.map((one) => ({ ...one, from: 'file' as const })),
    ...own.map((one) => ({ ...one, from: 'own' as const })),
  ];
  const columns: readonly Column<Known>[] = [
    { id: 'person', title: t('trust.column.person'), cell: personCell },
    {
      id: 'roles',
      title: t('trust.column.roles'),
      cell: ({ roles }) => roles.map((role) => t(`inspect.role.${role}`)).join(', '),
    },
    {
      id: 'source',
      title: t('trust.column.source'),
      cell: ({ from, overruled }) =>
        [t(`trust.simple.${from}`), ...(overruled ? [t('trust.simple.overruled')] : [])].join('; '),
    },
    {
      id: 'key',
      title: t('trust.column.key'),
      cell: keyCell,
    },
  ];
  return (
    <section className="trust-list" aria-label={t('trust.simple.title')}>
      <h3>{t('trust.simple.title')}</h3>
      <p className="quiet">{t('trust.simple.teach')}</p>
      <Table
        caption={t('trust.simple.title')}
        columns={columns}
        rows={rows}
        rowKey={({ from, fingerprint }) => `${from} ${fingerprint}`}
      />
    </section>
  );
}
