import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { BareSelect } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import { failingNow, roleLines, rolesOf, type RoleLine } from './roles-of-kind.ts';
import { shapeText } from './shape-text.ts';
import { useReason } from './use-reason.ts';
import { plainRole } from '../../../../shared/extract/sectors.ts';
import type { MappedKind } from '../../../../shared/extract/mapping-profile.ts';
import type { ColumnRole, FileProfile, Mapping } from '../../../../shared/extract/profile.ts';
import type { Column } from '../../ui/Table.tsx';

export interface RoleTableProps {
  readonly kind: MappedKind;
  readonly profile: FileProfile;
  readonly mapping: Mapping;
}

const roleCell = (line: RoleLine) => <RoleName line={line} />;
const columnCell = (kind: MappedKind, profile: FileProfile) => (line: RoleLine) => (
  <ColumnChoice {...{ kind, profile, line }} />
);
const failingCell = (mapping: Mapping, profile: FileProfile) => (line: RoleLine) => (
  <Failing {...{ line, mapping, profile }} />
);

/** For each meaning the column that has it, why, how its values look, and how many do not fit. */
export function RoleTable({ kind, profile, mapping }: RoleTableProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<readonly ColumnRole[]>([]);
  const reason = useReason(kind, mapping);
  const lines = roleLines(kind, profile, mapping, asked);
  const columns: readonly Column<RoleLine>[] = [
    { id: 'role', title: t('extract.columns.role'), cell: roleCell },
    { id: 'column', title: t('extract.columns.name'), cell: columnCell(kind, profile) },
    {
      id: 'reason',
      title: t('extract.columns.why'),
      cell: ({ column, role, isNeeded }) =>
        column === undefined
          ? t(isNeeded ? 'extract.why.missing' : 'extract.why.open')
          : reason(column, role),
    },
    {
      id: 'shape',
      title: t('extract.columns.shape'),
      cell: ({ column }) => (column === undefined ? '–' : shapeText(column.shape, t)),
    },
    { id: 'failing', title: t('extract.columns.failing'), cell: failingCell(mapping, profile) },
  ];
  const open = rolesOf[kind].filter(
    (role) => role !== 'ignored' && !lines.some((line) => line.role === role),
  );
  return (
    <div className="role-table">
      <Table
        caption={t('extract.columns.title', { kind: t(`extract.kind.${kind}`), name: profile.name })}
        columns={columns}
        rows={lines}
        rowKey={({ role, column }) => (plainRole(role) ? `${role} ${column?.index}` : role)}
      />
      {open.length > 0 && (
        <div className="role-more">
          <BareSelect
            label={t('extract.columns.more')}
            value="none"
            choices={[
              { value: 'none', text: t('extract.columns.more') },
              ...open.map((role) => ({ value: role, text: t(`extract.role.${role}`) })),
            ]}
            onChoose={(role) => setAsked([...asked, role as ColumnRole])}
          />
        </div>
      )}
    </div>
  );
}

function RoleName({ line: { role, isNeeded, column } }: { readonly line: RoleLine }) {
  const { t } = useTranslation();
  const isMissing = isNeeded && column === undefined;
  return (
    <span className={isMissing ? 'role-name role-missing' : 'role-name'}>
      {isMissing && <Icon name="warn" />}
      <strong>{t(`extract.role.${role}`)}</strong>
      {isNeeded && <span className="quiet small">{t('extract.columns.needed')}</span>}
    </span>
  );
}

interface ColumnChoiceProps extends Omit<RoleTableProps, 'mapping'> {
  readonly line: RoleLine;
}

function ColumnChoice({ kind, profile, line: { role, column } }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const setRole = useDesk((state) => state.setRole);
  return (
    <BareSelect
      label={t('extract.columns.columnOf', { role: t(`extract.role.${role}`) })}
      value={column === undefined ? 'none' : `${column.index}`}
      choices={[
        { value: 'none', text: t('extract.columns.none') },
        ...profile.columns.map(({ index, name }) => ({
          value: `${index}`,
          text: profile.dialect.header ? name : t('extract.columns.numbered', { number: name }),
        })),
      ]}
      onChoose={(chosen) => {
        const isLeft = chosen === 'none' || plainRole(role) !== undefined;
        if (isLeft && column !== undefined) setRole(kind, column.index, 'ignored');
        if (chosen !== 'none') setRole(kind, Number(chosen), role);
      }}
    />
  );
}

interface FailingProps extends Omit<RoleTableProps, 'kind'> {
  readonly line: RoleLine;
}

/** How many of the values looked at do not fit, in words and with a sign where there are any. */
function Failing({ line: { role, column }, mapping, profile }: FailingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const failing = column && failingNow(column, role, mapping, profile);
  const of = profile.rowsLookedAt;
  if (column === undefined || failing === undefined || of === 0) return '–';
  if (failing === 0) return <span className="quiet">{t('extract.columns.allFit')}</span>;
  return (
    <span className="role-failing">
      <Icon name="warn" />
      {t('extract.columns.failingOf', { failing: format.number(failing), of: format.number(of) })}
    </span>
  );
}
