import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { tabId } from '../../ui/Tabs.tsx';
import { useFailureText } from '../../language/use-failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Checks } from './Checks.tsx';
import { Evidence } from './Evidence.tsx';
import { RecipeInWords } from './RecipeInWords.tsx';
import { Rows } from './Rows.tsx';
import { Signatures } from './Signatures.tsx';
import { Verdicts } from './Verdicts.tsx';
import { bundleTable } from './bundle-table.ts';
import type { ReactNode } from 'react';
import type { BundleTable, Contents } from './bundle-table.ts';
import './inspect.css';

const parts = ['checks', 'map', 'table', 'recipe', 'evidence'] as const;
type Part = (typeof parts)[number];

/** Id of what the tabs of the tables change. */
const panel = 'inspect-table';

export interface InspectPageProps {
  readonly map: (table: BundleTable) => ReactNode;
  /** The tables of the bundle as tabs. */
  readonly tabs: (table: BundleTable, panel: string) => ReactNode;
}

/** A bundle from anybody: whether it holds, who signed it, and what is in it. */
export function InspectPage({ map, tabs }: InspectPageProps) {
  const { t } = useTranslation();
  const bundle = useDesk((state) => state.bundle);
  const failure = useDesk((state) => state.bundleFailure);
  const failureText = useFailureText();
  const [chosen, setPart] = useState<Part>('checks');
  const trouble = failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>;
  if (bundle === undefined) return <EmptyInspect>{trouble}</EmptyInspect>;
  const { contents } = bundle;
  const part = contents === undefined ? 'checks' : chosen;

  return (
    <div className={part === 'map' ? 'inspect-page inspect-full' : 'inspect-page'}>
      <div className="inspect-head">
        {trouble}
        <Verdicts bundle={bundle} />
        {contents !== undefined && (
          <Segmented
            label={t('inspect.parts')}
            value={part}
            choices={parts.map((value) => ({ value, text: t(`inspect.part.${value}`) }))}
            onChoose={setPart}
          />
        )}
      </div>
      {part === 'checks' && (
        <div className="inspect-body">
          <Checks checks={bundle.checks} />
          <Signatures signatures={bundle.signatures} timeZone={contents?.recipe.timeZone ?? 'UTC'} />
        </div>
      )}
      {contents !== undefined && <Shown part={part} contents={contents} map={map} tabs={tabs} />}
    </div>
  );
}

interface ShownProps extends InspectPageProps {
  readonly part: Part;
  readonly contents: Contents;
}

function Shown({ part, contents, map, tabs }: ShownProps) {
  switch (part) {
    case 'checks':
      return null;
    case 'map':
      return <OfTable contents={contents} tabs={tabs} look="inspect-map" draw={map} />;
    case 'table':
      return <OfTable contents={contents} tabs={tabs} look="inspect-rows" draw={drawRows} />;
    case 'recipe':
      return <RecipeInWords contents={contents} />;
    case 'evidence':
      return <Evidence contents={contents} />;
  }
}

const drawRows = (table: BundleTable) => (
  <Rows key={`${table.contents.releaseId} ${table.columns.product}`} table={table} />
);

interface OfTableProps extends Pick<InspectPageProps, 'tabs'> {
  readonly contents: Contents;
  readonly look: string;
  readonly draw: (table: BundleTable) => ReactNode;
}

/** The tables of the bundle as tabs, and one of them. */
function OfTable({ contents, tabs, look, draw }: OfTableProps) {
  const product = useDesk((state) => state.bundleProduct);
  const table = useMemo(() => bundleTable(contents, product), [contents, product]);
  if (table === undefined) return null;
  return (
    <div className={look}>
      {tabs(table, panel)}
      <div
        id={panel}
        className="inspect-panel"
        role="tabpanel"
        aria-labelledby={tabId(panel, table.columns.product)}
      >
        {draw(table)}
      </div>
    </div>
  );
}

function EmptyInspect({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const chooseBundle = useDesk((state) => state.chooseBundle);
  const opening = useDesk((state) => state.bundleOpening);
  return (
    <div className="inspect-empty">
      {children}
      <h1>{t('inspect.empty.title')}</h1>
      <p>{t('inspect.empty.teach')}</p>
      <Button look="primary" disabled={opening} onPress={() => void chooseBundle()}>
        {t(opening ? 'inspect.opening' : 'inspect.open')}
      </Button>
    </div>
  );
}
