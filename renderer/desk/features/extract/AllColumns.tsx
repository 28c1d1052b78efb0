import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { BareSelect } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { neededRoles, rolesOf } from './roles-of-kind.ts';
import { shapeText } from './shape-text.ts';
import type { MappedKind } from '../../../../shared/extract/mapping-profile.ts';
import type { ColumnProfile, FileProfile, Mapping } from '../../../../shared/extract/profile.ts';
import type { Column } from '../../ui/Table.tsx';

export interface AllColumnsProps {
  readonly kind: MappedKind;
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

/** Every column of a file in its order, folded away unless a meaning is missing: what it means, and how its values look without showing one. */
export function AllColumns({ kind, profile, mapping }: AllColumnsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (id: 'distinct' | 'empty'): Column<ColumnProfile> => ({
    id,
    title: t(`extract.columns.${id}`),
    numeric: true,
    cell: (column) => format.number(column[id]),
  });
  const columns: readonly Column<ColumnProfile>[] = [
    { id: 'name', title: t('extract.columns.name'), cell: nameOf },
    {
      id: 'role',
      title: t('extract.columns.role'),
      cell: meaningCell(kind, mapping),
    },
    { id: 'shape', title: t('extract.columns.shape'), cell: (column) => shapeText(column.shape, t) },
    number('distinct'),
    number('empty'),
  ];
  const [startsOpen] = useState(() =>
    neededRoles(kind, mapping).some((role) => !mapping.roles.includes(role)),
  );
  const title = t('extract.columns.all', { count: profile.columns.length });
  return (
    <details className="all-columns" open={startsOpen}>
      <summary>{title}</summary>
      <Table caption={title} columns={columns} rows={profile.columns} rowKey={({ index }) => index} />
    </details>
  );
}

const nameOf = (column: ColumnProfile) => <strong>{column.name}</strong>;
const meaningCell = (kind: MappedKind, mapping: Mapping) => (column: ColumnProfile) => (
  <Meaning {...{ kind, mapping, column }} />
);

interface MeaningProps {
  readonly kind: MappedKind;
  readonly mapping: Mapping;
  readonly column: ColumnProfile;
}

function Meaning({ kind, mapping, column }: MeaningProps) {
  const { t } = useTranslation();
  const setRole = useDesk((state) => state.setRole);
  return (
    <BareSelect
      label={t('extract.columns.roleOf', { column: column.name })}
      value={mapping.roles[column.index] ?? 'ignored'}
      choices={rolesOf[kind].map((role) => ({ value: role, text: t(`extract.role.${role}`) }))}
      onChoose={(role) => setRole(kind, column.index, role)}
    />
  );
}
