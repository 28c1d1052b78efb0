import { useLayoutEffect, useRef } from 'react';

export interface TooltipPlace {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly place: TooltipPlace;
  readonly title: string;
  readonly text: string;
  /** A quieter second line. */
  readonly note?: string | undefined;
}

const gap = 14;

/** What lies under the pointer, in words; it stays inside the map. */
export function MapTooltip({ place, title, text, note }: Props): React.JSX.Element {
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
      <strong>{title}</strong>
      <span>{text}</span>
      {note !== undefined && <span className="map-tooltip-quiet">{note}</span>}
    </div>
  );
}
