import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/format.ts';
import { sliverText } from '../language/sliver-text.ts';
import { zonesFound } from '../state/zones-found.ts';
import { unknownHome } from '../state/unknown-home.ts';
import { useDesk } from '../state/use-desk.ts';
import { MapOverTime } from './MapOverTime.tsx';
import type { ReactNode } from 'react';
import type { ProductMapProps } from '../features/map/ProductMap.tsx';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';

const world = { kind: 'world' } as const;

const unmarked = { brushedZones: undefined } as const;

export interface TuneMapProps {
  readonly tools: ReactNode;
  /** Released figures alone, without what the officer's attacks and brush mark. */
  readonly plain?: boolean;
}

/** The table that is looked at, as the recipe would release it. */
export function TuneMap({ tools, plain = false }: TuneMapProps) {
  const marks = useMarks();
  const shapes = useDesk((state) => state.shapes);
  const view = useDesk((state) => state.view);
  const recipe = useDesk((state) => state.viewRecipe ?? state.draft.present.recipe);
  const basemap = useDesk((state) => state.basemap) ?? world;
  return (
    <MapOverTime
      shapes={shapes}
      level={useDesk((state) => state.level)}
      product={useDesk((state) => state.viewProduct)}
      values={view?.zones}
      bands={view?.bands}
      arcs={view?.arcs}
      band={useDesk((state) => state.viewBand)}
      onBand={useDesk((state) => state.setBand)}
      from={useDesk((state) => state.viewFrom)}
      unknownHome={useUnknownHome()}
      selectedZone={useDesk((state) => state.selectedZone)}
      {...(plain ? unmarked : marks)}
      basemap={basemap}
      recipe={recipe}
      whole={view?.protection === 'whole'}
      note={useNote()}
      stale={useDesk((state) => state.stale)}
      onSelect={useDesk((state) => state.selectZone)}
      tools={tools}
      strip={view?.strip}
      days={useDays()}
      shownBin={useDesk((state) => state.viewBin)}
      bin={useDesk((state) => state.bin)}
      onBin={useDesk((state) => state.setBin)}
      playing={useDesk((state) => state.playing)}
      onPlaying={useDesk((state) => state.setPlaying)}
    />
  );
}

/** What the officer's brush and attacks mark. */
function useMarks(): Pick<ProductMapProps, 'brushedZones' | 'found' | 'slivers'> {
  const brushedZones = useDesk((state) => state.view?.brushedZones);
  return { brushedZones, found: useFound(), slivers: useSlivers() };
}

/** Zones where attacks on the shown recipe found something, each with their names. */
function useFound(): ReadonlyMap<number, string> {
  const { t } = useTranslation();
  const marks = useDesk((state) => state.attackMarks);
  const shapes = useDesk((state) => state.shapes);
  return useMemo(() => {
    const names = (attack: AttackName) => t(`attacks.${attack}.name`);
    return new Map(
      [...zonesFound(marks, shapes)].map(([zone, attacks]) => [zone, attacks.map(names).join(', ')]),
    );
  }, [marks, shapes, t]);
}

/** Slivers between zones of this and of earlier releases, each in words. */
function useSlivers(): NonNullable<ProductMapProps['slivers']> {
  const { t } = useTranslation();
  const format = useFormat();
  const slivers = useDesk((state) => state.attackSlivers);
  const shapes = useDesk((state) => state.shapes);
  return useMemo(() => {
    const names = new Map(shapes.map(({ zoneId, name }) => [zoneId, name]));
    return slivers.map((sliver) => ({
      rings: sliver.rings,
      text: sliverText({ t, format }, sliver, names.get(sliver.zoneId) ?? sliver.zoneId),
    }));
  }, [slivers, shapes, t, format]);
}

/** First and last day the recipe counts. */
function useDays(): { readonly from: string; readonly to: string } | undefined {
  const period = useDesk((state) => (state.viewRecipe ?? state.draft.present.recipe).period);
  const firstDay = useDesk((state) => state.understanding?.firstDay);
  const lastDay = useDesk((state) => state.understanding?.lastDay);
  return useMemo(() => {
    if (period !== null) return period;
    return firstDay === undefined || lastDay === undefined ? undefined : { from: firstDay, to: lastDay };
  }, [period, firstDay, lastDay]);
}

/** What is still missing in the picture: groups that protect others, where nobody worked them out yet. */
function useNote(): string | undefined {
  const { t } = useTranslation();
  const key = useDesk(({ view, viewRecipe, viewProduct }) => {
    if (view?.protection !== 'primary' || viewRecipe?.guarantee.kind !== 'classical') return undefined;
    return viewRecipe.products.includes(viewProduct) ? 'map.note.pending' : 'map.note.notReleased';
  });
  return key === undefined ? undefined : t(key);
}

/** Visitors of the chosen zone whose home is not known, in words. */
function useUnknownHome(): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useDesk(({ view, viewRecipe, viewProduct, viewFrom }) => {
    const profile = view?.zoneProfile;
    if (viewProduct !== 'catchment' || viewFrom === undefined || profile?.zone !== viewFrom) return undefined;
    return unknownHome(profile, viewRecipe?.totals ?? false);
  });
  if (count === undefined) return undefined;
  if (count === 'hidden') return t('map.unknownHome.hidden');
  return t('map.unknownHome.figure', { count, shown: format.number(count) });
}
