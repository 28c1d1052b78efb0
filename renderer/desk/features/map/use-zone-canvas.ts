import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import type { ArcFeatures } from './arc-geojson.ts';
import { loadBasemap, type ShownBasemap } from './load-basemap.ts';
import type { SliverShape } from './slivers.ts';
import { ZoneCanvas, type ZoneCanvasEvents } from './zone-canvas.ts';

interface Shown {
  readonly shapes: readonly ZoneShape[];
  readonly paints: Int8Array;
  readonly brushedZones: Int32Array | undefined;
  /** Zones where an attack found something. */
  readonly foundZones: readonly number[];
  readonly slivers: readonly SliverShape[];
  readonly selectedZone: number | undefined;
  readonly activeZone: number | undefined;
  readonly arcs: ArcFeatures;
  readonly activeArc: number | undefined;
  readonly basemap: ShownBasemap | undefined;
}

export interface ZoneCanvasHandle {
  /** Hand this to the element the map is drawn in, as its ref. */
  readonly attach: (element: HTMLDivElement | null) => void;
  readonly canvas: ZoneCanvas | undefined;
  readonly drawable: boolean;
  readonly attribution: string;
  /** Why the basemap could not be read. */
  readonly basemapFailure: string | undefined;
}

/** Keeps one drawn map in step with what is to be shown. */
export function useZoneCanvas(shown: Shown, events: ZoneCanvasEvents): ZoneCanvasHandle {
  const { t } = useTranslation();
  const [container, attach] = useState<HTMLDivElement | null>(null);
  const latest = useRef(events);
  const [canvas, setCanvas] = useState<ZoneCanvas>();
  const [drawable, setDrawable] = useState(true);
  const label = t('map.title');
  const firstLabel = useRef(label);

  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => {
    if (container === null) return undefined;
    const made = makeCanvas(container, firstLabel.current, latest);
    setCanvas(made);
    setDrawable(made !== undefined);
    return () => made?.destroy();
  }, [container]);
  useEffect(() => {
    canvas?.name(label);
    canvas?.settle();
  }, [canvas, label]);
  useThemeChanges(canvas);
  useEffect(() => canvas?.show(shown.shapes), [canvas, shown.shapes]);
  useEffect(() => {
    canvas?.paint(shown.paints);
    canvas?.settle();
  }, [canvas, shown.paints]);
  useEffect(() => canvas?.brush(new Set(shown.brushedZones)), [canvas, shown.brushedZones]);
  useEffect(() => {
    canvas?.markFound(shown.foundZones);
    canvas?.settle();
  }, [canvas, shown.foundZones]);
  useEffect(() => canvas?.cut(shown.slivers), [canvas, shown.slivers]);
  useEffect(() => canvas?.select(shown.selectedZone), [canvas, shown.selectedZone]);
  useEffect(() => canvas?.point(shown.activeZone), [canvas, shown.activeZone]);
  useEffect(() => canvas?.flow(shown.arcs), [canvas, shown.arcs]);
  useEffect(() => canvas?.pointArc(shown.activeArc), [canvas, shown.activeArc]);
  return { attach, canvas, drawable, ...useBasemap(canvas, shown.basemap) };
}

function makeCanvas(
  container: HTMLElement,
  label: string,
  latest: React.RefObject<ZoneCanvasEvents>,
): ZoneCanvas | undefined {
  try {
    return new ZoneCanvas(container, label, {
      onHover: (pointed, point) => latest.current.onHover(pointed, point),
      onClick: (zone) => latest.current.onClick(zone),
    });
  } catch {
    return undefined;
  }
}

function useThemeChanges(canvas: ZoneCanvas | undefined): void {
  useEffect(() => {
    if (canvas === undefined) return undefined;
    const observer = new MutationObserver(() => canvas.recolor());
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [canvas]);
}

function useBasemap(
  canvas: ZoneCanvas | undefined,
  basemap: ShownBasemap | undefined,
): Pick<ZoneCanvasHandle, 'attribution' | 'basemapFailure'> {
  const [attribution, setAttribution] = useState('');
  const [basemapFailure, setFailure] = useState<string>();
  useEffect(() => {
    if (canvas === undefined) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        const parts = basemap === undefined ? undefined : await loadBasemap(basemap);
        if (!wanted) return;
        canvas.setBasemap(parts);
        setAttribution(parts?.attribution ?? '');
        setFailure(undefined);
      } catch (error) {
        if (wanted) setFailure(error instanceof Error ? error.message : String(error));
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [canvas, basemap]);
  return { attribution, basemapFailure };
}
