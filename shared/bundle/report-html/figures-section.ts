import { element, type Html } from './html.ts';
import type { ReportContents } from './report-contents.ts';
import { section } from './section.ts';
import { numberCell, reportTable, type Cell } from './tables.ts';
import type { ToldEvidence } from './told-evidence.ts';
import type { ReportWords } from './words.ts';
import { writtenNumber } from './written.ts';

/** What the audit found and from how many people the figures come; nothing of it where noise is the promise. */
export function riskSection({ recipe }: ReportContents, told: ToldEvidence, words: ReportWords): Html {
  const { sections, notes, columns, risk } = words;
  if (recipe.guarantee.kind === 'differentialPrivacy')
    return section(sections.risk, element('p', {}, notes.noise));
  const { audit, rows, persons, objectors } = told;
  const figures: readonly (readonly [string, number | undefined])[] = [
    [risk.persons, persons],
    [risk.objectors, objectors],
    [risk.read, rows?.read],
    [risk.kept, rows?.kept],
    [risk.exact, audit?.exact],
    [risk.narrow, audit?.narrow],
    [risk.safe, audit?.safe],
    [risk.notTested, audit?.notTested],
  ];
  return section(
    sections.risk,
    element('p', {}, notes.risk),
    reportTable([columns.figure, numberCell(columns.value)], counted(figures, words)),
  );
}

/** Rows of the tables with and without a figure, how many groups the signers say are hidden, and rows left out by reason. */
export function hiddenSection({ tables }: ReportContents, told: ToldEvidence, words: ReportWords): Html {
  const { sections, notes, columns, language } = words;
  const number = (value: number | undefined): Cell =>
    numberCell(value === undefined ? '–' : writtenNumber(value, language));
  return section(
    sections.hidden,
    element('p', {}, notes.hidden),
    reportTable(
      [columns.table, ...[columns.published, columns.listed, columns.suppressed].map(numberCell)],
      tables.map(({ product, rows }) => [
        words.products[product],
        number(rows.filter(({ status }) => status === 'published').length),
        number(rows.filter(({ status }) => status !== 'published').length),
        number(told.hidden.get(product)?.suppressed),
      ]),
    ),
    told.dropped.length === 0
      ? undefined
      : reportTable(
          [columns.reason, numberCell(columns.rows)],
          counted(
            told.dropped.map(([reason, rows]) => [words.dropped[reason] ?? reason, rows] as const),
            words,
          ),
        ),
  );
}

function counted(
  figures: readonly (readonly [string, number | undefined])[],
  { language }: ReportWords,
): readonly (readonly Cell[])[] {
  return figures.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, numberCell(writtenNumber(value, language))]],
  );
}
