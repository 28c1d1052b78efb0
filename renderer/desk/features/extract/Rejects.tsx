import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { useFailureText } from '../../language/use-failure-text.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import type { RejectedLine, Understanding } from '../../../../shared/extract/understanding.ts';

/** The first rejected lines: number and reason, never what stood there. */
export function Rejects({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rejects } = understanding;
  if (rejects.length === 0) return null;
  const partColumn = {
    id: 'part',
    title: t('extract.rejects.part'),
    cell: ({ part }: RejectedLine) => part ?? '',
  };
  const cut = understanding.rowsRead - understanding.rowsKept > rejects.length;
  const title = t(cut ? 'extract.rejects.many' : 'extract.rejects.title', { count: rejects.length });
  return (
    <>
      <details className="rejects">
        <summary>{title}</summary>
        <Table
          caption={title}
          rows={rejects}
          rowKey={(reject) => `${reject.part ?? ''}:${reject.line}`}
          columns={[
            ...(rejects.some(({ part }) => part !== undefined) ? [partColumn] : []),
            {
              id: 'line',
              title: t('extract.rejects.line'),
              numeric: true,
              cell: (reject) => format.number(reject.line),
            },
            {
              id: 'reason',
              title: t('extract.rejects.reason'),
              cell: (reject) => t(`extract.drop.${reject.reason}`),
            },
          ]}
        />
      </details>
      <WriteRejects />
    </>
  );
}

/** Writes all of them to a file for whoever delivers the extract, and says what was written. */
function WriteRejects() {
  const { t } = useTranslation();
  const format = useFormat();
  const failureText = useFailureText();
  const write = useDesk((state) => state.writeRejects);
  const written = useDesk((state) => state.rejectsWritten);
  const failure = useDesk((state) => state.rejectsFailure);
  return (
    <>
      <div className="rejects-write">
        <Button onPress={() => void write()}>{t('extract.rejects.write')}</Button>
        <span className="quiet small">{t('extract.rejects.writeTold')}</span>
      </div>
      {failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>}
      {written.map(({ name, listed, more }) => (
        <Notice key={name} tone="calm">
          {t(more > 0 ? 'extract.rejects.writtenCut' : 'extract.rejects.written', {
            name,
            count: listed,
            listed: format.number(listed),
            more: format.number(more),
          })}
        </Notice>
      ))}
    </>
  );
}
