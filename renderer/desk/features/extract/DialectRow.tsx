import { useTranslation } from 'react-i18next';
import { Dialect, Encoding, TimeFormat } from '../../../../shared/extract/profile.ts';
import { countsFrom1970, mayStateOffset } from '../../../../shared/extract/time-format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import type { ColumnRole, Mapping } from '../../../../shared/extract/profile.ts';
import type { FileKind } from '../../../../shared/extract/source.ts';

const timeRoles: ReadonlySet<ColumnRole> = new Set(['time', 'asOf', 'validFrom', 'validTo']);
const delimiters = Dialect.shape.delimiter.options;
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

export interface DialectRowProps {
  readonly kind: FileKind;
  readonly mapping: Mapping;
}

/** How the text of a file is written, each guess open to correction. */
export function DialectRow({ kind, mapping }: DialectRowProps) {
  return (
    <div className="dialect-row">
      {mapping.dialect.container === undefined && <TextChoices kind={kind} dialect={mapping.dialect} />}
      <Times kind={kind} mapping={mapping} />
    </div>
  );
}

/** Only text can be written in several ways; a file that knows its columns cannot. */
function TextChoices({ kind, dialect }: { readonly kind: FileKind; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  const setDialect = useDesk((state) => state.setDialect);
  return (
    <>
      <Select
        layout="stack"
        label={t('extract.dialect.delimiter')}
        value={dialect.delimiter}
        choices={delimiters.map((value) => ({ value, text: t(`extract.dialect.${delimiterNames[value]}`) }))}
        onChoose={(delimiter) => void setDialect(kind, { delimiter })}
      />
      <Select
        layout="stack"
        label={t('extract.dialect.header')}
        value={dialect.header ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          text: t(`extract.dialect.header_${value}`),
        }))}
        onChoose={(value) => void setDialect(kind, { header: value === 'yes' })}
      />
      <Select
        layout="stack"
        label={t('extract.dialect.encoding')}
        value={dialect.encoding}
        choices={Encoding.options.map((value) => ({ value, text: value.toUpperCase() }))}
        onChoose={(encoding) => void setDialect(kind, { encoding })}
      />
    </>
  );
}

/** How times are written, and which clock they follow where they could follow either. */
function Times({ kind, mapping }: DialectRowProps) {
  const { t } = useTranslation();
  const setTimeFormat = useDesk((state) => state.setTimeFormat);
  const setHasOffset = useDesk((state) => state.setHasOffset);
  const { timeFormat = 'iso', hasOffset, roles } = mapping;
  if (!roles.some((role) => timeRoles.has(role))) return null;
  const counted = countsFrom1970(timeFormat);
  const stated = mayStateOffset(timeFormat) ? 'offset' : 'utc';
  return (
    <>
      <Select
        layout="stack"
        label={t('extract.dialect.timeFormat')}
        value={timeFormat}
        choices={TimeFormat.options.map((value) => ({ value, text: t(`extract.timeFormat.${value}`) }))}
        onChoose={(format) => setTimeFormat(kind, format)}
      />
      {!counted && (
        <Select
          layout="stack"
          label={t('extract.dialect.clock')}
          value={hasOffset ? stated : 'local'}
          choices={([stated, 'local'] as const).map((value) => ({
            value,
            text: t(`extract.dialect.clock_${value}`),
          }))}
          onChoose={(value) => setHasOffset(kind, value !== 'local')}
        />
      )}
    </>
  );
}
