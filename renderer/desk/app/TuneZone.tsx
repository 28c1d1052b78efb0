import { useTranslation } from 'react-i18next';
import { ZoneProfilePanel } from '../features/zone/ZoneProfilePanel.tsx';
import { useFailureText } from '../language/use-failure-text.ts';
import { useGroupWords } from '../language/use-group-words.ts';
import { hasTime } from '../state/product-shape.ts';
import { useDesk } from '../state/use-desk.ts';
import type { HiddenRangesProps } from '../features/zone/HiddenRanges.tsx';

/** The zone that was clicked: its released figures, and what could be worked out about the hidden ones. */
export function TuneZone() {
  const profile = useDesk((state) => state.view?.zoneProfile);
  const strip = useDesk((state) => state.view?.strip);
  const selected = useDesk((state) => state.selectedZone);
  const shapes = useDesk((state) => state.shapes);
  const recipe = useDesk((state) => state.viewRecipe ?? state.draft.present.recipe);
  const product = useDesk((state) => state.viewProduct);
  const bin = useDesk((state) => state.viewBin);
  const selectZone = useDesk((state) => state.selectZone);
  const words = useGroupWords(product, recipe, shapes);
  const ranges = useRanges();
  const shape = selected === undefined ? undefined : shapes[selected];
  if (selected === undefined) return <ZoneTeach />;
  if (profile === undefined || strip === undefined || shape === undefined || profile.zone !== selected)
    return null;
  return (
    <ZoneProfilePanel
      profile={profile}
      strip={strip}
      shape={shape}
      timeZone={recipe.timeZone}
      bin={bin}
      product={product}
      words={words}
      {...(recipe.guarantee.kind === 'classical' && { ranges })}
      onClose={() => selectZone(undefined)}
    />
  );
}

function useRanges(): HiddenRangesProps {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const open = useDesk((state) => state.rangesOpen);
  const ranges = useDesk((state) => state.ranges);
  const failure = useDesk((state) => state.rangesFailure);
  const onOpen = useDesk((state) => state.openRanges);
  const waiting = useDesk((state) => {
    const { view, viewRecipe, viewProduct, viewBin } = state;
    if (viewRecipe?.products.includes(viewProduct) === false) return 'zone.ranges.notReleased';
    if (view?.protection !== 'whole') return 'zone.ranges.waiting';
    return viewBin === 'total' && hasTime(viewProduct) ? 'zone.ranges.chooseTime' : undefined;
  });
  return {
    notYet: waiting === undefined ? undefined : t(waiting),
    open,
    onOpen,
    ranges,
    failure: failure && failureText(failure),
  };
}

function ZoneTeach() {
  const { t } = useTranslation();
  return (
    <section className="zone-teach" aria-label={t('zone.teach.title')}>
      <h2>{t('zone.teach.title')}</h2>
      <p className="quiet">{t('zone.teach.told')}</p>
    </section>
  );
}
