import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneStates, type ZoneShape, type ZoneValues } from '../../../../shared/ipc/view.ts';

export interface TooltipPlace {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly place: TooltipPlace | undefined;
  readonly zone: number | undefined;
  readonly shapes: readonly ZoneShape[];
  readonly values: ZoneValues | undefined;
  readonly zoneText: (zone: number) => string;
}

const gap = 14;

/** Name and figure of the zone under the pointer; it stays inside the map. */
export function MapTooltip({ place, zone, shapes, values, zoneText }: Props): React.JSX.Element | null {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const room = element?.offsetParent;
    if (place === undefined || element === null || !(room instanceof HTMLElement)) return;
    const fitsRight = place.x + gap + element.offsetWidth < room.clientWidth;
    const fitsBelow = place.y + gap + element.offsetHeight < room.clientHeight;
    const x = fitsRight ? place.x + gap : Math.max(4, place.x - gap - element.offsetWidth);
    const y = fitsBelow ? place.y + gap : Math.max(4, place.y - gap - element.offsetHeight);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
  const shape = zone === undefined ? undefined : shapes[zone];
  if (zone === undefined || shape === undefined || place === undefined) return null;
  const published = values?.states[zone] === zoneStates.indexOf('published');
  return (
    <div ref={box} className="map-tooltip" aria-hidden="true">
      <strong>{shape.name}</strong>
      <span>{zoneText(zone)}</span>
      {published && <span className="map-tooltip-quiet">{t('map.explained')}</span>}
    </div>
  );
}
