import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneShape, ZoneValues } from '../../../../shared/ipc/view.ts';
import { drawBand, zonePaths, type ZonePaths } from './draw-band.ts';
import { readMapColors } from './map-colors.ts';
import { publishedValues, zonePaints } from './zone-paint.ts';

interface Props {
  readonly shapes: readonly ZoneShape[];
  /** One picture a band, in the order of the bands. */
  readonly bands: readonly ZoneValues[];
  readonly bandText: (band: number) => string;
  /** The band the large map shows; `undefined`: all together. */
  readonly band: number | undefined;
  readonly onBand: (band: number | undefined) => void;
  /** The classes of the large map: colours mean the same in all pictures. */
  readonly breaks: readonly number[];
  readonly zeroShown: boolean;
  readonly stale: boolean;
}

/** The bands side by side as small maps with common classes; the one that is chosen becomes the large map. */
export function BandMaps(props: Props): React.JSX.Element {
  const { t } = useTranslation();
  const { shapes, bands, band, onBand } = props;
  const paths = useMemo(() => zonePaths(shapes), [shapes]);
  return (
    <section className={props.stale ? 'band-maps map-stale' : 'band-maps'} aria-label={t('map.bands')}>
      <button
        type="button"
        className="band-map band-all"
        aria-pressed={band === undefined}
        onClick={() => onBand(undefined)}
      >
        {t('products.allBands')}
      </button>
      {bands.map((values, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a band is its place
        <BandMap key={i} {...props} at={i} values={values} paths={paths} />
      ))}
    </section>
  );
}

interface BandProps extends Props {
  readonly at: number;
  readonly values: ZoneValues;
  readonly paths: ZonePaths;
}

function BandMap({ at, values, paths, ...props }: BandProps): React.JSX.Element {
  const { t } = useTranslation();
  const { shapes, breaks, zeroShown, band, onBand, bandText } = props;
  const paints = useMemo(
    () => zonePaints(shapes.length, values, breaks, zeroShown),
    [shapes.length, values, breaks, zeroShown],
  );
  const drawn = useBandCanvas(paths, paints);
  const published = publishedValues(values).length;
  return (
    <button
      type="button"
      className="band-map"
      aria-pressed={band === at}
      onClick={() => onBand(band === at ? undefined : at)}
    >
      <canvas ref={drawn} className="band-canvas" aria-hidden="true" />
      <span>{bandText(at)}</span>
      <span className="unseen">{t('map.bandZones', { count: published, all: shapes.length })}</span>
    </button>
  );
}

function useBandCanvas(paths: ZonePaths, paints: Int8Array): (canvas: HTMLCanvasElement | null) => void {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  useEffect(() => {
    if (canvas === null) return undefined;
    const draw = (): void => drawBand(canvas, paths, paints, readMapColors(canvas));
    draw();
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(draw);
    size.observe(canvas);
    return () => {
      theme.disconnect();
      size.disconnect();
    };
  }, [canvas, paths, paints]);
  return setCanvas;
}
