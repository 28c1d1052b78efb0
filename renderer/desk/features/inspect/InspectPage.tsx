import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleParts } from '../../state/inspect-state.ts';
import { useDesk } from '../../state/use-desk.ts';
import { tabId } from '../../ui/Tabs.tsx';
import { useFailureText } from '../../language/use-failure-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Checks } from './Checks.tsx';
import { DecisionChain } from './DecisionChain.tsx';
import { Evidence } from './Evidence.tsx';
import { RecipeInWords } from './RecipeInWords.tsx';
import { Rows } from './Rows.tsx';
import { OwnPolicy } from './OwnPolicy.tsx';
import { PrintReport } from './PrintReport.tsx';
import { Provenance } from './Provenance.tsx';
import { Verdicts } from './Verdicts.tsx';
import { bundleTable } from './bundle-table.ts';
import type { ReactNode } from 'react';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';
import type { BundlePart } from '../../state/inspect-state.ts';
import type { BundleTable, Contents } from './bundle-table.ts';
import './inspect.css';

/** Id of what the tabs of the tables change. */
const panel = 'inspect-table';

export interface InspectPageProps {
  readonly map: (table: BundleTable) => ReactNode;
  /** The tables of the bundle as tabs. */
  readonly tabs: (table: BundleTable, panel: string) => ReactNode;
  /** What other parts of the desk make of the bundle. */
  readonly attacks: (contents: Contents) => ReactNode;
  readonly compare: (contents: Contents) => ReactNode;
  readonly preview: (table: BundleTable) => ReactNode;
  /** Whom this machine believes: what a bundle's signatures are held against. */
  readonly trust: ReactNode;
}

/** A bundle from anybody: whether it holds, who signed it, and what is in it. */
export function InspectPage(props: InspectPageProps) {
  const bundle = useDesk((state) => state.bundle);
  const failure = useDesk((state) => state.bundleFailure);
  const failureText = useFailureText();
  const chosen = useDesk((state) => state.bundlePart);
  const trouble = failure !== undefined && <Notice tone="bad">{failureText(failure)}</Notice>;
  if (bundle === undefined) return <EmptyInspect trouble={trouble} trust={props.trust} />;
  const { contents } = bundle;
  const part = contents === undefined ? 'checks' : chosen;

  return (
    <div className={full.has(part) ? 'inspect-page inspect-full' : 'inspect-page'}>
      <div className="inspect-head">
        {trouble}
        <Verdicts bundle={bundle} />
        {contents !== undefined && (
          <div className="inspect-parts">
            <Parts part={part} bundle={bundle} />
            {bundle.handle !== undefined && <PrintReport />}
          </div>
        )}
      </div>
      {part === 'checks' && (
        <div className="inspect-stack">
          <div className="inspect-body">
            <Checks checks={bundle.checks} />
            <div className="inspect-stack">
              <DecisionChain bundle={bundle} />
              <Provenance bundle={bundle} />
            </div>
          </div>
          {props.trust}
        </div>
      )}
      {contents !== undefined && <Shown {...props} part={part} bundle={bundle} contents={contents} />}
    </div>
  );
}

/** Parts that fill the window instead of being as long as they are. */
const full: ReadonlySet<BundlePart> = new Set(['map', 'preview', 'attacks']);
/** Parts that work on what main keeps of a bundle whose contents hold. */
const needsHandle: ReadonlySet<BundlePart> = new Set(['policy', 'attacks', 'compare']);

interface PartsProps {
  readonly part: BundlePart;
  readonly bundle: InspectedBundle;
}

function Parts({ part, bundle }: PartsProps) {
  const { t } = useTranslation();
  const showPart = useDesk((state) => state.showBundlePart);
  const offered = bundleParts.filter((one) => bundle.handle !== undefined || !needsHandle.has(one));
  return (
    <Segmented
      label={t('inspect.parts')}
      value={part}
      choices={offered.map((value) => ({ value, text: t(`inspect.part.${value}`) }))}
      onChoose={showPart}
    />
  );
}

interface ShownProps extends InspectPageProps, PartsProps {
  readonly contents: Contents;
}

function Shown({ part, bundle, contents, ...draw }: ShownProps) {
  const { tabs } = draw;
  switch (part) {
    case 'checks':
      return null;
    case 'map':
      return <OfTable contents={contents} tabs={tabs} look="inspect-map" draw={draw.map} />;
    case 'table':
      return <OfTable contents={contents} tabs={tabs} look="inspect-rows" draw={drawRows} />;
    case 'preview':
      return <OfTable contents={contents} tabs={tabs} look="inspect-map" draw={draw.preview} />;
    case 'recipe':
      return <RecipeInWords contents={contents} />;
    case 'evidence':
      return <Evidence bundle={bundle} contents={contents} />;
    case 'policy':
      return <OwnPolicy contents={contents} />;
    case 'attacks':
      return draw.attacks(contents);
    case 'compare':
      return draw.compare(contents);
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

interface EmptyProps {
  readonly trouble: ReactNode;
  readonly trust: ReactNode;
}

function EmptyInspect({ trouble, trust }: EmptyProps) {
  const { t } = useTranslation();
  const chooseBundle = useDesk((state) => state.chooseBundle);
  const opening = useDesk((state) => state.bundleOpening);
  return (
    <div className="inspect-empty">
      {trouble}
      <h1>{t('inspect.empty.title')}</h1>
      <p>{t('inspect.empty.teach')}</p>
      <Button look="primary" disabled={opening} onPress={() => void chooseBundle()}>
        {t(opening ? 'inspect.opening' : 'inspect.open')}
      </Button>
      {trust}
    </div>
  );
}
