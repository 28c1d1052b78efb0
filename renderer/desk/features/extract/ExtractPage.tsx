import { useDesk } from '../../state/use-desk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFailureText } from '../../language/use-failure-text.ts';
import { ColumnTables } from './ColumnTables.tsx';
import { EmptyExtract } from './EmptyExtract.tsx';
import { FileList } from './FileList.tsx';
import { LoadProgress } from './LoadProgress.tsx';
import { ReadingTold } from './ReadingTold.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import { Understood } from './Understood.tsx';
import './extract.css';

/** Choose files, check how they are understood, read them. */
export function ExtractPage() {
  const failure = useDesk((state) => state.extractFailure);
  const empty = useDesk((state) => Object.keys(state.sources).length === 0);
  const loading = useDesk((state) => state.reading.kind === 'loading' || state.reading.kind === 'cancelling');
  const understanding = useDesk((state) => state.understanding);
  const failureText = useFailureText();

  return (
    <div className="page">
      {failure !== undefined && (
        <Notice tone={failure.code === 'cancelled' ? 'calm' : 'bad'}>{failureText(failure)}</Notice>
      )}
      {empty ? (
        <EmptyExtract />
      ) : (
        <div className="extract-columns">
          <div className="extract-side">
            <FileList />
            <ReadingSettings />
          </div>
          <div className="extract-main">
            {loading && <LoadProgress />}
            {understanding !== undefined && <Understood understanding={understanding} />}
            <ColumnTables />
            {understanding === undefined && !loading && <ReadingTold />}
          </div>
        </div>
      )}
    </div>
  );
}
