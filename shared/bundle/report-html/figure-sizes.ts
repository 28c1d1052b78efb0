import type { ReportContents } from './report-contents.ts';
import { element, shape, together, type Html } from './html.ts';
import type { ReportWords } from './words.ts';
import { writtenNumber } from './written.ts';

/** The picture, in whole units. */
const size = { width: 1000, height: 420, left: 20, bottom: 70, top: 60 } as const;
const bars = '#3577ad';
const ink = '#1a1c20';
/** Six steps to each power of ten. */
const steps = [1, 1.5, 2, 3, 5, 7] as const;

/** The published figures of all tables by their size, with the threshold. What is hidden is not in it. */
export function figureSizes({ tables, recipe }: ReportContents, words: ReportWords): Html {
  const figures = tables.flatMap(({ rows }) =>
    rows.flatMap(({ status, persons }) => (status === 'published' && persons !== undefined ? [persons] : [])),
  );
  const { sizes } = words;
  if (figures.length === 0) return element('p', {}, sizes.none);
  const { minimumPersons } = recipe;
  const below = figures.filter((figure) => figure < minimumPersons).length;
  const classes = classesOf(figures, minimumPersons);
  return element(
    'figure',
    {},
    element(
      'svg',
      {
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: 'img',
        'aria-label': sizes.alt(figures.length, minimumPersons, below),
      },
      drawn(classes, minimumPersons, words),
    ),
    element('figcaption', {}, sizes.caption),
  );
}

/** Figures from `from` on and below `to`. */
interface SizeClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Classes from a little below the threshold or the smallest figure to above the largest, each wider than the one before. */
function classesOf(figures: readonly number[], threshold: number): readonly SizeClass[] {
  const [least, most] = figures.reduce(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [threshold, threshold],
  );
  const edges = edgesUpTo(most);
  const first = Math.max(0, edges.findLastIndex((edge) => edge <= least) - 2);
  return edges.slice(first, -1).map((from, i) => {
    const to = edges[first + i + 1] ?? Infinity;
    return { from, to, count: figures.filter((figure) => figure >= from && figure < to).length };
  });
}

function edgesUpTo(most: number): readonly number[] {
  const edges: number[] = [0];
  for (let power = 1; (edges.at(-1) ?? 0) <= most; power *= 10)
    for (const step of steps)
      if (Number.isInteger(step * power) && (edges.at(-1) ?? 0) <= most) edges.push(step * power);
  return edges;
}

function drawn(classes: readonly SizeClass[], threshold: number, words: ReportWords): Html {
  const { width, height, left, bottom, top } = size;
  const step = Math.floor((width - 2 * left) / classes.length);
  const most = classes.reduce((high, { count }) => Math.max(high, count), 1);
  const base = height - bottom;
  const heightOf = (count: number): number =>
    count === 0 ? 0 : Math.max(2, Math.round((count * (base - top)) / most));
  const at = (persons: number): number => {
    const i = classes.findIndex(({ from, to }) => persons >= from && persons < to);
    const { from = 0, to = 1 } = classes[i] ?? {};
    return left + Math.round((i + (persons - from) / (to - from)) * step);
  };
  const every = Math.ceil(classes.length / 12);
  return together(
    ...classes.map(({ count }, i) =>
      shape('rect', {
        x: left + i * step + 1,
        y: base - heightOf(count),
        width: Math.max(1, step - 2),
        height: heightOf(count),
        fill: bars,
      }),
    ),
    ...classes.flatMap(({ count }, i) =>
      every > 1 || count === 0
        ? []
        : [
            element(
              'text',
              { x: left + Math.round((i + 0.5) * step), y: base - heightOf(count) - 8, class: 'middle' },
              writtenNumber(count, words.language),
            ),
          ],
    ),
    shape('path', { d: `M${left} ${base}h${classes.length * step}`, stroke: ink, 'stroke-width': 2 }),
    ...classes.flatMap(({ from }, i) =>
      i % every === 0 ? [label(writtenNumber(from, words.language), left + i * step, base + 26)] : [],
    ),
    label(words.sizes.axis, left, height - 8),
    shape('path', {
      d: `M${at(threshold)} ${base}V${top - 26}`,
      stroke: ink,
      'stroke-width': 3,
      'stroke-dasharray': '9 5',
    }),
    label(words.sizes.threshold(threshold), at(threshold) + 8, top - 14),
  );
}

function label(text: string, x: number, y: number): Html {
  return element('text', { x, y }, text);
}
