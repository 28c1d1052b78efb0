import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../language/use-failure-text.ts';
import { refusalOf } from '../../state/refused-files.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { FileKind } from '../../../../shared/extract/source.ts';

/** Why what was chosen cannot be read, beside its name, and the way to choose it again or another in its place. */
export function RefusedFile({ kind }: { readonly kind: FileKind }) {
  const { t } = useTranslation();
  const failure = useDesk((state) => refusalOf(state, kind));
  const inSeveral = useDesk((state) => state.sources[kind]?.kind === 'parts');
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const chooseFile = useDesk((state) => state.chooseFile);
  const failureText = useFailureText();
  if (failure === undefined) return null;
  const name = t(`extract.kind.${kind}`);
  return (
    <div className="file-refused">
      <Notice tone="bad">{failureText(failure)}</Notice>
      <div className="file-add">
        <Button
          disabled={busy}
          label={t('extract.files.chooseAgainKind', { kind: name })}
          onPress={() => void chooseFile(kind)}
        >
          {t('extract.files.chooseAgain')}
        </Button>
        {inSeveral && (
          <Button
            look="bare"
            disabled={busy}
            label={t('extract.files.folderAgainKind', { kind: name })}
            onPress={() => void chooseFile(kind, true)}
          >
            {t('extract.files.addFolder')}
          </Button>
        )}
      </div>
    </div>
  );
}
