import { useTranslation } from 'react-i18next';
import { FileKind } from '../../../../shared/extract/source.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Source } from '../../../../shared/extract/source.ts';

const demoKinds = ['events'] as const satisfies readonly FileKind[];

/** The files of the extract by what they hold; a missing one says what its absence means. */
export function FileList() {
  const { t } = useTranslation();
  const closeReview = useDesk((state) => state.closeReview);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const demo = useDesk((state) => state.sources.events?.kind === 'demo');
  return (
    <Section card title={t('extract.files.title')}>
      <ul className="file-list">
        {(demo ? demoKinds : FileKind.options).map((kind) => (
          <FileLine key={kind} kind={kind} />
        ))}
      </ul>
      <LookUpButton />
      <Button look="danger" disabled={busy} onPress={() => void closeReview()}>
        {t('extract.files.close')}
      </Button>
    </Section>
  );
}

/** Opens the window in which an identifier is looked up; this one never learns which. */
function LookUpButton() {
  const { t } = useTranslation();
  const openLookUp = useDesk((state) => state.openLookUp);
  const unread = useDesk((state) => state.understanding === undefined);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  return (
    <Button
      disabled={busy}
      blocked={unread ? t('extract.files.lookUpNeeds') : undefined}
      onPress={() => void openLookUp()}
    >
      {t('extract.files.lookUp')}
    </Button>
  );
}

function FileLine({ kind }: { readonly kind: FileKind }) {
  const { t } = useTranslation();
  const source = useDesk((state) => state.sources[kind]);
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const chooseFile = useDesk((state) => state.chooseFile);
  const removeFile = useDesk((state) => state.removeFile);
  const name = t(`extract.kind.${kind}`);
  return (
    <li className="file-line" data-kind={kind}>
      <div>
        <h3>{name}</h3>
        {source === undefined ? (
          <p className="quiet small">{t(`extract.without.${kind}`)}</p>
        ) : (
          <SourceName source={source} />
        )}
      </div>
      {source?.kind === 'demo' ? null : source === undefined ? (
        <Button
          icon="plus"
          disabled={busy}
          label={t('extract.files.addKind', { kind: name })}
          onPress={() => void chooseFile(kind)}
        >
          {t('extract.files.add')}
        </Button>
      ) : (
        <Button
          look="bare"
          icon="cross"
          disabled={busy}
          label={t('extract.files.removeKind', { kind: name })}
          onPress={() => void removeFile(kind)}
        >
          {t('extract.files.remove')}
        </Button>
      )}
    </li>
  );
}

function SourceName({ source }: { readonly source: Source }) {
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
  return (
    <p className="file-name small" title={source.name}>
      {source.name} <span className="quiet">{format.bytes(source.sizeBytes)}</span>
    </p>
  );
}
