/** Colours of the map, read from the tokens of the theme that is on. */
export interface MapColors {
  readonly ramp: readonly string[];
  readonly back: string;
  readonly line: string;
  readonly text: string;
  readonly halo: string;
  readonly water: string;
  readonly road: string;
  readonly land: string;
  readonly hatch: string;
  readonly hatchBack: string;
  readonly outside: string;
  readonly accent: string;
  /** Lines and bars that stand for persons. */
  readonly mark: string;
  /** Marks of zones where an attack found something. */
  readonly found: string;
  /** Borders of zones that bear no colour of their own. */
  readonly border: string;
}

/** How many steps the ramp of the tokens has. */
export const rampSteps = 7;

/** Reads the colours that apply at an element. */
export function readMapColors(element: Element): MapColors {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim() || '#888888';
  return {
    ramp: Array.from({ length: rampSteps }, (_, i) => token(`ramp-${i + 1}`)),
    back: token('map-back'),
    line: token('map-line'),
    text: token('map-text'),
    halo: token('map-halo'),
    water: token('water'),
    road: token('road'),
    land: token('surface-sunken'),
    hatch: token('hatch'),
    hatchBack: token('hatch-back'),
    outside: token('not-applicable'),
    accent: token('accent'),
    mark: token('mark'),
    found: token('bad'),
    border: token('line-strong'),
  };
}
