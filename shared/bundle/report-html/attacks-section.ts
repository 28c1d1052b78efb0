import { element, together, type Html } from './html.ts';
import { section } from './section.ts';
import { numberCell, reportTable, type Cell } from './tables.ts';
import type { ToldAttack, ToldEvidence } from './told-evidence.ts';
import type { ReportWords } from './words.ts';
import { writtenFigure } from './written.ts';

/** What the release is still good for; told by itself, since no gate looks at it. */
const usefulness = 'usefulness';

/** How each attack ended, then what each measured, with intervals. Rates and counts alone: no group, no person, no seed. */
export function attacksSection({ attacks }: ToldEvidence, words: ReportWords): Html {
  const { columns, notes, sections } = words;
  const tried = attacks.filter(({ attack }) => attack !== usefulness);
  if (tried.length === 0) return section(sections.attacks, element('p', {}, notes.noAttacks));
  return section(
    sections.attacks,
    element('p', {}, notes.attacks),
    reportTable(
      [columns.attack, columns.outcome, columns.measured, columns.allowed, columns.words],
      tried.map((attack) => attackRow(attack, words)),
    ),
    element('p', {}, notes.intervals),
    ...tried.map((attack) => measured(attack, words)),
  );
}

/** What the figures are still good for. */
export function utilitySection({ attacks }: ToldEvidence, words: ReportWords): Html {
  const found = attacks.find(({ attack }) => attack === usefulness);
  const { notes, sections, columns } = words;
  const rows = found === undefined ? [] : figureRows(found, words);
  return section(
    sections.utility,
    element('p', {}, notes.utility),
    rows.length === 0
      ? element('p', {}, notes.noFigures)
      : reportTable([columns.figure, numberCell(columns.value)], rows),
  );
}

function attackRow(told: ToldAttack, words: ReportWords): readonly Cell[] {
  const { attack, outcome, reason, limit } = told;
  const { language } = words;
  const known = words.attack.attacks[attack];
  const unit = words.units[attack];
  const why = reason === undefined ? undefined : (words.attack.reasons[reason] ?? reason);
  const value = (figure: number | string | undefined): string =>
    figure === undefined
      ? '–'
      : `${writtenFigure(figure, language)}${unit === undefined ? '' : ` (${unit})`}`;
  return [
    known?.name ?? attack,
    { className: `word ${outcome}`, child: words.attackOutcome[outcome] },
    value(told.measured),
    value(limit),
    [known?.asks, why].filter((text) => text !== undefined).join(' '),
  ];
}

function measured(told: ToldAttack, words: ReportWords): Html | undefined {
  const known = words.attack.attacks[told.attack];
  const rows = figureRows(told, words);
  if (rows.length === 0) return undefined;
  const { columns } = words;
  return together(
    element('h3', {}, known?.name ?? told.attack),
    reportTable([columns.figure, numberCell(columns.value)], rows),
    known === undefined ? undefined : element('p', { class: 'note' }, known.limits),
  );
}

/** Figures by name, a value with its interval in one line. Those nobody has words for keep their names. */
function figureRows({ figures }: ToldAttack, words: ReportWords): readonly (readonly Cell[])[] {
  const isEnd = (name: string): boolean =>
    /.(Low|High)$/.test(name) && name.replace(/(Low|High)$/, '') in figures;
  return Object.keys(figures)
    .filter((name) => !isEnd(name))
    .toSorted()
    .map((name) => {
      const ends = [figures[`${name}Low`], figures[`${name}High`]].filter((end) => end !== undefined);
      const [value, ...interval] = [figures[name] ?? '', ...ends].map((one) =>
        writtenFigure(one, words.language),
      );
      const range = interval.length === 2 ? ` (${interval.join(' – ')})` : '';
      return [words.attack.figures[name] ?? name, numberCell(`${value ?? ''}${range}`)];
    });
}
