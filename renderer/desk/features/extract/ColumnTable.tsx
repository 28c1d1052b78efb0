import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Section } from '../../ui/Section.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { shapeText } from './shape-text.ts';
import { DialectRow } from './DialectRow.tsx';
import { Findings } from './Findings.tsx';
import type {
  ColumnProfile,
  ColumnRole,
  FileProfile,
  Mapping,
  Mappings,
} from '../../../../shared/extract/profile.ts';
import type { Column } from '../../ui/Table.tsx';

const attributes = ['age', 'birthYear', 'gender', 'consent', 'samePerson', 'holder'] as const;
const rolesOf: Readonly<Record<'events' | 'cells' | 'persons' | 'objections', readonly ColumnRole[]>> = {
  events: ['person', 'time', 'cell', 'area', 'latitude', 'longitude', ...attributes, 'ignored'],
  cells: ['cell', 'area', 'latitude', 'longitude', 'range', 'validFrom', 'validTo', 'ignored'],
  persons: ['person', ...attributes, 'ignored'],
  objections: ['person', 'asOf', 'ignored'],
};

export interface ColumnTableProps {
  readonly kind: keyof Mappings;
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

const nameCell = (column: ColumnProfile) => <strong>{column.name}</strong>;
const roleCell = (kind: ColumnTableProps['kind'], mapping: Mapping) => (column: ColumnProfile) => (
  <RoleSelect kind={kind} mapping={mapping} column={column} />
);

interface RoleSelectProps {
  readonly kind: ColumnTableProps['kind'];
  readonly mapping: Mapping;
  readonly column: ColumnProfile;
}

function RoleSelect({ kind, mapping, column }: RoleSelectProps) {
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

/** The columns of one file: what each means, and how its values look without showing one. */
export function ColumnTable({ kind, profile, mapping }: ColumnTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (id: 'distinct' | 'empty' | 'failing'): Column<ColumnProfile> => ({
    id,
    title: t(`extract.columns.${id}`),
    numeric: true,
    cell: (column) => format.number(column[id]),
  });
  const columns: readonly Column<ColumnProfile>[] = [
    { id: 'name', title: t('extract.columns.name'), cell: nameCell },
    {
      id: 'role',
      title: t('extract.columns.role'),
      cell: roleCell(kind, mapping),
    },
    { id: 'reason', title: t('extract.columns.reason'), cell: (column) => reasonOf(column, mapping) },
    { id: 'shape', title: t('extract.columns.shape'), cell: (column) => shapeText(column.shape, t) },
    number('distinct'),
    number('empty'),
    number('failing'),
  ];

  function reasonOf(column: ColumnProfile, chosen: Mapping): string {
    const changed = chosen.roles[column.index] !== column.role;
    return t(`extract.reason.${changed ? 'chosen' : column.reason}`);
  }

  return (
    <Section
      card
      title={t('extract.columns.title', { kind: t(`extract.kind.${kind}`), name: profile.name })}
      aside={t('extract.columns.lookedAt', {
        count: profile.rowsLookedAt,
        rows: format.number(profile.rowsLookedAt),
      })}
    >
      <DialectRow kind={kind} mapping={mapping} />
      <Findings kind={kind} profile={profile} mapping={mapping} />
      <Table
        caption={t('extract.columns.title', { kind: t(`extract.kind.${kind}`), name: profile.name })}
        columns={columns}
        rows={profile.columns}
        rowKey={(column) => column.index}
      />
    </Section>
  );
}
