import { useTranslation } from 'react-i18next';
import { BudgetCard } from '../features/budget/BudgetCard.tsx';
import { ApprovePage } from '../features/approve/ApprovePage.tsx';
import { AttackPage } from '../features/attacks/AttackPage.tsx';
import { EndingLists } from '../features/trust/EndingLists.tsx';
import { DecidePage } from '../features/decide/DecidePage.tsx';
import { ExtractPage } from '../features/extract/ExtractPage.tsx';
import { PendingSignatures } from '../features/pending/PendingSignatures.tsx';
import { ReceiptPage } from '../features/receipt/ReceiptPage.tsx';
import { useDesk } from '../state/use-desk.ts';
import { CellMap } from './CellMap.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { InspectScreen } from './InspectScreen.tsx';
import { RecoveryReplay } from './RecoveryReplay.tsx';
import { TuneScreen } from './TuneScreen.tsx';
import { useAppearance } from './use-appearance.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './frame.css';

/** The window: header with the way, the step's screen, footer with undo and the one thing to do next. */
export function App() {
  const { t } = useTranslation();
  const step = useDesk((state) => state.step);
  const dragging = useFileDrop();
  useAppearance();
  useShortcuts();
  return (
    <div className="frame">
      <Header />
      <main key={step} className="frame-main" aria-label={t(`frame.step.${step}`)}>
        <Screen />
      </main>
      <Footer />
      {dragging && <div className="drop-veil">{t('frame.drop')}</div>}
    </div>
  );
}

function Screen() {
  const step = useDesk((state) => state.step);
  const go = useDesk((state) => state.go);
  const chooseBundle = useDesk((state) => state.chooseBundle);
  switch (step) {
    case 'extract':
      return <ExtractPage cellMap={<CellMap />} />;
    case 'tune':
      return <TuneScreen />;
    case 'attacks':
      return <AttackPage replay={<RecoveryReplay />} />;
    case 'approve':
      return <ApprovePage pending={<PendingSignatures />} budget={<BudgetCard />} trust={<EndingLists />} />;
    case 'export':
      return (
        <ReceiptPage
          onInspect={() => {
            go('inspect');
            void chooseBundle();
          }}
        />
      );
    case 'inspect':
      return <InspectScreen />;
    case 'decide':
      return <DecidePage pending={<PendingSignatures />} trust={<EndingListOfBundle />} />;
  }
}

/** Of the list that judges the open bundle alone; a bundle of no ledger is judged by none. */
function EndingListOfBundle() {
  const origin = useDesk((state) => state.bundle?.contents?.ledger?.origin);
  return origin === undefined ? null : <EndingLists origin={origin} />;
}
