import { useTranslation } from 'react-i18next';
import { changesRecipe, missingFor } from '../state/reach.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { EngineLine } from './EngineLine.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { PrimaryAction } from './PrimaryAction.tsx';
import { useChangeText } from './use-change-text.ts';

/** Undo, redo and what just changed, where the recipe can be changed; what reads the extract; a second recipe beside it; and the one thing to do next. */
export function Footer() {
  const { t } = useTranslation();
  const undoable = useDesk((state) => changesRecipe(state.step));
  const comparable = useDesk((state) => state.step === 'tune' && state.view !== undefined);
  const failed = useDesk((state) => state.settingsFailure !== undefined);
  return (
    <footer className="footer">
      {undoable && <UndoRedo />}
      <output className="footer-said quiet">{failed ? t('frame.settingsFailed') : <Said />}</output>
      <EngineLine />
      {comparable && <Compare />}
      {comparable && <PreviewDialog />}
      <PrimaryAction />
    </footer>
  );
}

function UndoRedo() {
  const { t } = useTranslation();
  const undo = useDesk((state) => state.undo);
  const redo = useDesk((state) => state.redo);
  const canUndo = useDesk((state) => state.draft.past.length > 0);
  const canRedo = useDesk((state) => state.draft.future.length > 0);
  return (
    <>
      <Button icon="undo" blocked={canUndo ? undefined : t('frame.nothingToUndo')} onPress={undo}>
        {t('frame.undo')}
      </Button>
      <Button icon="redo" blocked={canRedo ? undefined : t('frame.nothingToRedo')} onPress={redo}>
        {t('frame.redo')}
      </Button>
    </>
  );
}

function Compare() {
  const { t } = useTranslation();
  const isKept = useDesk((state) => state.draft.present.kept !== undefined);
  const keep = useDesk((state) => state.keepRecipe);
  const openCompare = useDesk((state) => state.openCompare);
  const press = () => {
    if (!isKept) keep();
    openCompare(true);
  };
  return (
    <>
      <Button onPress={press}>{t('compare.open')}</Button>
      <CompareDialog />
    </>
  );
}

function Said() {
  const { t } = useTranslation();
  const refused = useDesk((state) => state.refusedStep);
  const missing = useDesk((state) => (refused === undefined ? undefined : missingFor(refused, state)));
  const undoable = useDesk((state) => changesRecipe(state.step));
  const change = useChangeText();
  if (missing !== undefined) return t(missing);
  if (!undoable) return '';
  return (
    <span className="footer-change" title={change}>
      {change}
    </span>
  );
}
