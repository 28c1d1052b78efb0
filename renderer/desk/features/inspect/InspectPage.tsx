import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
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
import type { ReactNode } from 'react';
import type { Contents } from './bundle-values.ts';
import './inspect.css';

const parts = ['checks', 'map', 'table', 'recipe', 'evidence'] as const;
type Part = (typeof parts)[number];

type DrawMap = (contents: Contents) => ReactNode;

/** A bundle from anybody: whether it holds, who signed it, and what is in it. */
export function InspectPage({ map }: { readonly map: DrawMap }) {
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
      {contents !== undefined && <Shown part={part} contents={contents} map={map} />}
    </div>
  );
}

interface ShownProps {
  readonly part: Part;
  readonly contents: Contents;
  readonly map: DrawMap;
}

function Shown({ part, contents, map }: ShownProps) {
  switch (part) {
    case 'checks':
      return null;
    case 'map':
      return <div className="inspect-map">{map(contents)}</div>;
    case 'table':
      return <Rows key={contents.releaseId} contents={contents} />;
    case 'recipe':
      return <RecipeInWords contents={contents} />;
    case 'evidence':
      return <Evidence contents={contents} />;
  }
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
