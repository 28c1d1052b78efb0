import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFailureText } from '../../language/use-failure-text.ts';
import { ColumnTables } from './ColumnTables.tsx';
import { EmptyExtract } from './EmptyExtract.tsx';
import { ExtractRisk } from './ExtractRisk.tsx';
import { FileList } from './FileList.tsx';
import { Continuing, DraftFailure, KeptDrafts } from './KeptDrafts.tsx';
import { KeptMappings } from './KeptMappings.tsx';
import { LoadProgress } from './LoadProgress.tsx';
import { ReadingTold } from './ReadingTold.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import { StandsOut } from './StandsOut.tsx';
import { StillOpen } from './StillOpen.tsx';
import { Understood } from './Understood.tsx';
import type { ReactNode } from 'react';
import './extract.css';

/** Choose files, check how they are understood, read them. */
export function ExtractPage({ cellMap }: { readonly cellMap: ReactNode }) {
  const loading = useDesk((state) => state.reading.kind === 'loading' || state.reading.kind === 'cancelling');
  const unread = useDesk((state) => state.understanding === undefined) && !loading;
  const files = useDesk((state) => Object.keys(state.sources).length);
  const waits = useDesk((state) => state.continuing !== undefined);
  const empty = files === 0 && unread;
  const page = useTop(loading);

  return (
    <div ref={page} className="page">
      <Notices />
      <DraftFailure />
      {!empty && <StillOpen />}
      {unread && (empty || !waits) && <KeptDrafts ofChosen={!empty} />}
      {!empty && <Continuing />}
      {empty ? <EmptyExtract /> : <Reading loading={loading} cellMap={cellMap} />}
    </div>
  );
}

/** Brings the top of the page into view when reading begins, where it is told how far it is, and when it ends, where it is told what came of it. */
function useTop(loading: boolean): React.RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  const before = useRef(loading);
  useEffect(() => {
    if (before.current !== loading) page.current?.closest('main')?.scrollTo({ top: 0 });
    before.current = loading;
  }, [loading]);
  return page;
}

/** The files on one side; how they are read and what was understood on the other. */
function Reading({ loading, cellMap }: { readonly loading: boolean; readonly cellMap: ReactNode }) {
  const understanding = useDesk((state) => state.understanding);
  return (
    <div className="extract-columns">
      <div className="extract-side">
        <FileList />
        <ReadingSettings />
        <KeptMappings />
      </div>
      <div className="extract-main">
        {loading && <LoadProgress />}
        {understanding !== undefined && <Understood understanding={understanding} />}
        {understanding !== undefined && understanding.rowsKept > 0 && (
          <StandsOut understanding={understanding} map={cellMap} />
        )}
        <ExtractRisk />
        <ColumnTables />
        {understanding === undefined && !loading && <ReadingTold />}
      </div>
    </div>
  );
}

/** What went wrong, and what was dropped without being taken. */
function Notices() {
  const { t } = useTranslation();
  const failure = useDesk((state) => state.extractFailure);
  const leftAside = useDesk((state) => state.leftAside);
  const failureText = useFailureText();
  return (
    <>
      {failure !== undefined && (
        <Notice tone={failure.code === 'cancelled' ? 'calm' : 'bad'}>{failureText(failure)}</Notice>
      )}
      {leftAside.length > 0 && (
        <Notice tone="notice">
          {t('extract.leftAside', { count: leftAside.length, names: leftAside.join(', ') })}
        </Notice>
      )}
    </>
  );
}
