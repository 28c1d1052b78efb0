import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../../../shared/extract/source.ts';
import { useFormat } from '../../language/format.ts';
import type { Source } from '../../../../shared/extract/source.ts';

/** What is read for one kind: a file and its size, several with their names on demand, or the demo's settings. */
export function SourceName({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (source.kind === 'demo')
    return (
      <p className="quiet small">
        {t('extract.files.demo', {
          persons: format.number(source.persons),
          days: source.days,
          seed: source.seed,
        })}
      </p>
    );
  const size = format.bytes(sizeOf(source));
  if (source.kind === 'file')
    return (
      <p className="file-name small" title={source.name}>
        {source.name} <span className="quiet">{size}</span>
      </p>
    );
  return (
    <details className="file-parts small">
      <summary>
        {t('extract.files.parts', { count: source.parts.length, size })}{' '}
        <span className="quiet file-name">{source.name}</span>
      </summary>
      <ol>
        {source.parts.map((part) => (
          <li key={part.token} className="file-name">
            {part.name} <span className="quiet">{format.bytes(part.sizeBytes)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
