import { useTranslation } from 'react-i18next';
import type { ZoneCanvasHandle } from './use-zone-canvas.ts';

interface Props {
  readonly map: ZoneCanvasHandle;
  readonly stale: boolean;
  readonly counted: { readonly published: number; readonly hidden: number };
  readonly onEscape: () => void;
  readonly children: React.ReactNode;
}

/** The drawn map with its buttons, the name of the map material, and room for what lies over it. */
export function MapFrame({ map, stale, counted, onEscape, children }: Props): React.JSX.Element {
  const { t } = useTranslation();
  const { attach, canvas, drawable, basemapFailure, attribution } = map;
  return (
    <div
      className="map-frame"
      aria-busy={stale}
      data-published={counted.published}
      data-hidden={counted.hidden}
    >
      <div
        ref={attach}
        role="presentation"
        className={stale ? 'map-canvas map-stale' : 'map-canvas'}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEscape();
        }}
      />
      {!drawable && <p className="map-note">{t('map.drawingFailed')}</p>}
      {basemapFailure !== undefined && (
        <p className="map-note" role="alert">
          {t('map.basemapFailed', { reason: basemapFailure })}
        </p>
      )}
      {children}
      <div className="map-buttons" data-over-map>
        <button
          type="button"
          aria-label={t('map.zoomIn')}
          title={t('map.zoomIn')}
          onClick={() => canvas?.zoom(1)}
        >
          <Sign path="M3 8h10M8 3v10" />
        </button>
        <button
          type="button"
          aria-label={t('map.zoomOut')}
          title={t('map.zoomOut')}
          onClick={() => canvas?.zoom(-1)}
        >
          <Sign path="M3 8h10" />
        </button>
        <button type="button" aria-label={t('map.fit')} title={t('map.fit')} onClick={() => canvas?.fit()}>
          <Sign path="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
        </button>
      </div>
      {attribution !== '' && <p className="map-attribution">{t('map.material', { name: attribution })}</p>}
    </div>
  );
}

function Sign({ path }: { readonly path: string }): React.JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
