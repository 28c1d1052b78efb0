import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface TooltipPlace {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly place: TooltipPlace;
  readonly name: string;
  readonly text: string;
  readonly published: boolean;
}

const gap = 14;

/** Name and figure of the zone under the pointer; it stays inside the map. */
export function MapTooltip({ place, name, text, published }: Props): React.JSX.Element {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    const room = element?.offsetParent;
    if (element === null || !(room instanceof HTMLElement)) return;
    const fitsRight = place.x + gap + element.offsetWidth < room.clientWidth;
    const fitsBelow = place.y + gap + element.offsetHeight < room.clientHeight;
    const x = fitsRight ? place.x + gap : Math.max(4, place.x - gap - element.offsetWidth);
    const y = fitsBelow ? place.y + gap : Math.max(4, place.y - gap - element.offsetHeight);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
  return (
    <div ref={box} className="map-tooltip" aria-hidden="true">
      <strong>{name}</strong>
      <span>{text}</span>
      {published && <span className="map-tooltip-quiet">{t('map.explained')}</span>}
    </div>
  );
}
