import type { ReportContents } from './report-contents.ts';
import { element, shape, type Html } from './html.ts';
import { frameOf, ringsOf, type Frame } from './project.ts';
import type { ReportWords } from './words.ts';
import { writtenNumber } from './written.ts';

/** From few persons to many. */
const shades = ['#d9e6f2', '#a9cbe3', '#6ba5cf', '#3577ad', '#164b7d'] as const;
/** More zones than this are no picture on paper. */
const mostZones = 20_000;
const border = '#5a616b';

type Feature = ReportContents['zones']['features'][number];
/** Zones whose largest published figure lies from `from` to `to`. */
interface Shade {
  readonly from: number;
  readonly to: number;
  readonly fill: string;
}

/**
 * The finest zones, each shaded by the largest figure published for it in the first table, and hatched where none is. The picture
 * tells nothing that the table does not.
 */
export function zoneMap({ zones, tables }: ReportContents, words: ReportWords): Html | undefined {
  const [table] = tables;
  const features = zones.features.filter(({ properties }) => properties.level === 0);
  if (table === undefined || features.length === 0) return undefined;
  const { map, language, products } = words;
  if (features.length > mostZones) return element('p', {}, map.tooMany);
  const largest = largestOf(table.rows);
  const shown = features.flatMap(({ properties }) => largest.get(properties.zone_id) ?? []);
  const classes = shadesOf(shown);
  const most = classes.at(-1)?.to;
  const alt = map.alt(features.length, shown.length, most === undefined ? '' : writtenNumber(most, language));
  const frame = frameOf(features);
  return element(
    'figure',
    {},
    element(
      'svg',
      { viewBox: `-2 -2 ${frame.width + 4} ${frame.height + 4}`, role: 'img', 'aria-label': alt },
      hatching('no-figure', 9),
      ...features.map((feature) => zone(feature, { frame, largest, classes })),
    ),
    legend(classes, { words, someHidden: shown.length < features.length }),
    element('figcaption', {}, map.caption(products[table.product])),
  );
}

function largestOf(rows: ReportContents['tables'][number]['rows']): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const { zoneId, persons, status } of rows)
    if (status === 'published' && persons !== undefined)
      largest.set(zoneId, Math.max(largest.get(zoneId) ?? 0, persons));
  return largest;
}

/** At most five classes with about as many zones each, none of them empty. */
function shadesOf(figures: readonly number[]): readonly Shade[] {
  const sorted = figures.toSorted((a, b) => a - b);
  const edges = shades.map((_, i) => sorted[Math.floor((i * sorted.length) / shades.length)] ?? 0);
  const starts = sorted.length === 0 ? [] : [...new Set(edges)];
  return starts.map((from, i) => {
    const next = starts[i + 1] ?? Infinity;
    const to = sorted.findLast((figure) => figure < next) ?? from;
    const at = starts.length === 1 ? 2 : Math.round((i * (shades.length - 1)) / (starts.length - 1));
    return { from, to, fill: shades[at] ?? shades[0] };
  });
}

interface Drawing {
  readonly frame: Frame;
  readonly largest: ReadonlyMap<string, number>;
  readonly classes: readonly Shade[];
}

function zone({ properties, geometry }: Feature, { frame, largest, classes }: Drawing): Html {
  const figure = largest.get(properties.zone_id);
  const fill = classes.find(({ from, to }) => figure !== undefined && figure >= from && figure <= to)?.fill;
  return shape('path', {
    d: ringsOf(geometry).map(frame.path).join(''),
    fill: fill ?? 'url(#no-figure)',
    'fill-rule': 'evenodd',
    stroke: border,
    'stroke-width': 1,
  });
}

/** Slanted lines on white. */
function hatching(id: string, step: number): Html {
  return element(
    'defs',
    {},
    element(
      'pattern',
      { id, width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      shape('rect', { width: step, height: step, fill: '#fff' }),
      shape('line', { x1: 0, y1: 0, x2: 0, y2: step, stroke: '#7a808a', 'stroke-width': step / 3 }),
    ),
  );
}

function legend(
  classes: readonly Shade[],
  { words, someHidden }: { readonly words: ReportWords; readonly someHidden: boolean },
): Html {
  const number = (value: number): string => writtenNumber(value, words.language);
  return element(
    'ul',
    { class: 'legend' },
    ...classes.map(({ from, to, fill }) =>
      element('li', {}, swatch(fill), words.map.legend(number(from), number(to))),
    ),
    someHidden
      ? element('li', {}, swatch('url(#no-figure-key)', hatching('no-figure-key', 6)), words.map.hidden)
      : undefined,
  );
}

function swatch(fill: string, pattern?: Html): Html {
  return element(
    'svg',
    { viewBox: '0 0 20 14', 'aria-hidden': 'true' },
    pattern,
    shape('rect', { x: 0.5, y: 0.5, width: 19, height: 13, fill, stroke: border }),
  );
}
