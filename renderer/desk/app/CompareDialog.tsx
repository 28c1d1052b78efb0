import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparePanel } from '../features/compare/ComparePanel.tsx';
import { classBreaks } from '../features/map/class-breaks.ts';
import { rampSteps } from '../features/map/map-colors.ts';
import { useFormat } from '../language/format.ts';
import { useFailureText } from '../language/use-failure-text.ts';
import { differences } from '../state/differences.ts';
import { protectionKey } from '../state/protection-key.ts';
import { useDesk } from '../state/use-desk.ts';
import { changeValue } from './change-value.ts';
import { ZoneSketch } from './ZoneSketch.tsx';
import type { ChangedParameter } from '../features/compare/ComparePanel.tsx';
import type { SideFigures } from '../features/compare/figure-rows.ts';
import type { Draft } from '../state/differences.ts';
import type { Compared, Kept } from '../state/protection-state.ts';

/** The recipe that is tuned beside the one that was kept, over the whole window until it is closed. */
export function CompareDialog() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const draft = useDesk((state) => state.draft.present);
  const open = useDesk((state) => state.comparing) && draft.kept !== undefined;
  const close = useDesk((state) => state.openCompare);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="compare-dialog"
      aria-label={t('compare.title')}
      onClose={() => close(false)}
    >
      {open && draft.kept !== undefined && <Comparison draft={draft} kept={draft.kept} />}
    </dialog>
  );
}

function Comparison({ draft, kept }: { readonly draft: Draft; readonly kept: Kept }) {
  const product = useDesk((state) => state.product);
  const found = useDesk((state) => state.compared);
  const failure = useDesk((state) => state.compareFailure);
  const catchingUp = useDesk((state) => state.catchingUp);
  const protecting = useDesk(({ protecting: { kind } }) => kind === 'waiting' || kind === 'running');
  const failureText = useFailureText();
  const switchRecipes = useDesk((state) => state.switchRecipes);
  const keep = useDesk((state) => state.keepRecipe);
  const forget = useDesk((state) => state.forgetKept);
  const openCompare = useDesk((state) => state.openCompare);
  const changed = useChanged(draft, kept);
  const compared = found?.product === product ? found : undefined;
  const stale =
    compared === undefined || compared.a.recipe !== draft.recipe || compared.b.recipe !== kept.recipe;
  const maps = useMaps(compared);
  return (
    <ComparePanel
      product={product}
      changed={changed}
      a={useFigures(draft, compared?.a, protecting)}
      b={useFigures(kept, compared?.b, catchingUp)}
      stale={stale}
      failure={failure && failureText(failure)}
      maps={maps}
      onSwitch={switchRecipes}
      onKeep={keep}
      onForget={forget}
      onClose={() => openCompare(false)}
    />
  );
}

function useFigures(side: Kept, seen: Compared['a'] | undefined, working: boolean): SideFigures {
  const report = useDesk((state) => state.reports.get(protectionKey(side)));
  return { summary: seen?.view.summary, report, working };
}

function useChanged(draft: Draft, kept: Kept): readonly ChangedParameter[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      differences(draft, kept).map(({ field, from, to }) => {
        const name = t(`recipe.field.${field}`);
        if (from === to) return { name, a: t('compare.words.a'), b: t('compare.words.b') };
        return {
          name,
          a: changeValue(field, from, { t, format }),
          b: changeValue(field, to, { t, format }),
        };
      }),
    [draft, kept, t, format],
  );
}

function useMaps(compared: Compared | undefined) {
  const breaks = useMemo(() => {
    if (compared === undefined) return [];
    const { a, b } = compared;
    return classBreaks([...a.view.zones.values, ...b.view.zones.values], rampSteps);
  }, [compared]);
  if (compared === undefined) return undefined;
  const sketch = ({ shapes, view }: Compared['a']) => (
    <ZoneSketch shapes={shapes} values={view.zones} breaks={breaks} />
  );
  return { a: sketch(compared.a), b: sketch(compared.b) };
}
