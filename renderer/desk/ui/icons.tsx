const paths = {
  undo: 'M5 3 2 6l3 3M2 6h7.5a4 4 0 0 1 0 8H6',
  redo: 'm11 3 3 3-3 3m3-3H6.5a4 4 0 0 0 0 8H10',
  check: 'm3.5 8.5 3 3 6-7',
  cross: 'm4 4 8 8m0-8-8 8',
  plus: 'M8 3v10M3 8h10',
  warn: 'M8 4v5m0 2.6v.4',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  info: 'M8 7.4v4.2M8 4.4v.4',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5',
  panel: 'M2.5 3.5h11v9h-11zm7 0v9',
} as const;
export type IconName = keyof typeof paths;

/** A sign beside a word; never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="1.15em"
      height="1.15em"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
