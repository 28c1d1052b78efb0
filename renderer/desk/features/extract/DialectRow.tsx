import { useTranslation } from 'react-i18next';
import { Dialect, Encoding, TimeFormat } from '../../../../shared/extract/profile.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import type { Mapping } from '../../../../shared/extract/profile.ts';
import type { FileKind } from '../../../../shared/extract/source.ts';

const delimiters = Dialect.shape.delimiter.options;
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the text of a file is written, each guess open to correction. */
export function DialectRow({ kind, mapping }: { readonly kind: FileKind; readonly mapping: Mapping }) {
  const { t } = useTranslation();
  const setDialect = useDesk((state) => state.setDialect);
  const setTimeFormat = useDesk((state) => state.setTimeFormat);
  const { dialect, timeFormat } = mapping;
  return (
    <div className="dialect-row">
      <Select
        layout="stack"
        label={t('extract.dialect.delimiter')}
        value={dialect.delimiter}
        choices={delimiters.map((value) => ({ value, text: t(`extract.dialect.${delimiterNames[value]}`) }))}
        onChoose={(delimiter) => setDialect(kind, { delimiter })}
      />
      <Select
        layout="stack"
        label={t('extract.dialect.header')}
        value={dialect.header ? 'yes' : 'no'}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          text: t(`extract.dialect.header_${value}`),
        }))}
        onChoose={(value) => setDialect(kind, { header: value === 'yes' })}
      />
      <Select
        layout="stack"
        label={t('extract.dialect.encoding')}
        value={dialect.encoding}
        choices={Encoding.options.map((value) => ({ value, text: value.toUpperCase() }))}
        onChoose={(encoding) => setDialect(kind, { encoding })}
      />
      {timeFormat !== undefined && (
        <Select
          layout="stack"
          label={t('extract.dialect.timeFormat')}
          value={timeFormat}
          choices={TimeFormat.options.map((value) => ({ value, text: t(`extract.timeFormat.${value}`) }))}
          onChoose={(format) => setTimeFormat(kind, format)}
        />
      )}
    </div>
  );
}
