import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import type { FileKind } from '../../../../shared/extract/source.ts';

export interface ChooseButtonsProps {
  readonly kind: FileKind;
  /** A folder of files may be chosen too. */
  readonly folder: boolean;
  /** Something is chosen already, and this would take its place. */
  readonly again?: boolean;
}

/** Asks for one file or several, or for a folder of them. */
export function ChooseButtons({ kind, folder, again = false }: ChooseButtonsProps) {
  const { t } = useTranslation();
  const busy = useDesk((state) => state.reading.kind !== 'idle');
  const chooseFile = useDesk((state) => state.chooseFile);
  const name = { kind: t(`extract.kind.${kind}`) };
  return (
    <div className="file-add">
      <Button
        {...(again ? {} : { icon: 'plus' })}
        disabled={busy}
        label={t(`extract.files.${again ? 'chooseAgainKind' : 'addKind'}`, name)}
        onPress={() => void chooseFile(kind)}
      >
        {t(`extract.files.${again ? 'chooseAgain' : 'add'}`)}
      </Button>
      {folder && (
        <Button
          look="bare"
          disabled={busy}
          label={t(`extract.files.${again ? 'folderAgainKind' : 'addFolderKind'}`, name)}
          onPress={() => void chooseFile(kind, true)}
        >
          {t('extract.files.addFolder')}
        </Button>
      )}
    </div>
  );
}
