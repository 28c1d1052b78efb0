import { useTranslation } from 'react-i18next';
import { FileKind } from '../../../../shared/extract/source.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { CloseReview } from './CloseReview.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { SourceName } from './SourceName.tsx';

const demoKinds = ['events'] as const satisfies readonly FileKind[];

/** The files of the extract by what they hold; a missing one says what its absence means. */
export function FileList() {
  const { t } = useTranslation();
  const demo = useDesk((state) => state.sources.events?.kind === 'demo');
  return (
    <Section card title={t('extract.files.title')}>
      <ul className="file-list">
        {(demo ? demoKinds : FileKind.options).map((kind) => (
          <FileLine key={kind} kind={kind} />
        ))}
      </ul>
      <LookUpButton />
      <CloseReview />
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
      {source === undefined ? (
        <AddButtons kind={kind} name={name} />
      ) : source.kind === 'demo' ? null : (
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
      <RefusedFile kind={kind} />
    </li>
  );
}

const inSeveral: ReadonlySet<FileKind> = new Set(['events', 'cells', 'persons', 'objections']);

/** Asks for one file or several, or for a folder of them where a kind may have several. */
function AddButtons({ kind, name }: { readonly kind: FileKind; readonly name: string }) {
  const { t } = useTranslation();
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const chooseFile = useDesk((state) => state.chooseFile);
  return (
    <div className="file-add">
      <Button
        icon="plus"
        disabled={busy}
        label={t('extract.files.addKind', { kind: name })}
        onPress={() => void chooseFile(kind)}
      >
        {t('extract.files.add')}
      </Button>
      {inSeveral.has(kind) && (
        <Button
          look="bare"
          disabled={busy}
          label={t('extract.files.addFolderKind', { kind: name })}
          onPress={() => void chooseFile(kind, true)}
        >
          {t('extract.files.addFolder')}
        </Button>
      )}
    </div>
  );
}
