/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- no native list box shows a window of a longer list */
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { letterStep, listStep } from './list-step.ts';

interface Props {
  readonly shapes: readonly ZoneShape[];
  readonly active: number | undefined;
  readonly selected: number | undefined;
  readonly zoneText: (zone: number) => string;
  readonly onActive: (zone: number | undefined) => void;
  readonly onSelect: (zone: number | undefined) => void;
}

/** Entries kept in the document on either side of the active one; a screen reader learns the whole length all the same. */
const around = 2;

/** The map as a list: not drawn, reached by Tab, moved through by arrows or first letter. */
export function ZoneList({
  shapes,
  active,
  selected,
  zoneText,
  onActive,
  onSelect,
}: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const id = useId();
  const order = useMemo(() => {
    const collator = new Intl.Collator(i18n.language, { numeric: true });
    return shapes
      .map((_, zone) => zone)
      .toSorted((a, b) => collator.compare(shapes[a]?.name ?? '', shapes[b]?.name ?? ''));
  }, [shapes, i18n.language]);
  const names = useMemo(() => order.map((zone) => shapes[zone]?.name ?? ''), [order, shapes]);
  const start = active ?? selected;
  const at = start === undefined ? undefined : order.indexOf(start);
  const from = Math.max(0, (at ?? 0) - around);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') onSelect(undefined);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(active);
    else {
      const letter = event.key.length === 1 ? letterStep(event.key, at, names) : undefined;
      const next = listStep(event.key, at, order.length) ?? letter;
      if (next === undefined) return;
      onActive(order[next]);
    }
    event.preventDefault();
  };

  return (
    <ul
      className="map-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('map.list')}
      aria-activedescendant={at === undefined ? undefined : `${id}-${order[at]}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active === undefined) onActive(selected ?? order[0]);
      }}
      onBlur={() => onActive(undefined)}
    >
      {order.slice(from, from + 2 * around + 1).map((zone, i) => (
        <li
          key={zone}
          id={`${id}-${zone}`}
          role="option"
          aria-selected={zone === selected}
          aria-setsize={order.length}
          aria-posinset={from + i + 1}
        >
          {shapes[zone]?.name}: {zoneText(zone)}
        </li>
      ))}
    </ul>
  );
}
