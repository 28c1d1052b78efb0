import { useTranslation } from 'react-i18next';
import { FileKind } from '../../../../shared/extract/source.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChooseButtons } from './ChooseButtons.tsx';
import { CloseReview } from './CloseReview.tsx';
import { RefusedFile } from './RefusedFile.tsx';
import { SourceName } from './SourceName.tsx';

const demoKinds = ['events'] as const satisfies readonly FileKind[];

/** Kinds whose files may be chosen as a folder. */
const inSeveral: ReadonlySet<FileKind> = new Set(['events', 'cells', 'persons', 'objections']);

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
        <ChooseButtons kind={kind} folder={inSeveral.has(kind)} />
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
