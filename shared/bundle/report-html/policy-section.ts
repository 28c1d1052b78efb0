import { element, together, type Html } from './html.ts';
import { releaseGuarantee } from '../release-guarantee.ts';
import type { ReportContents } from './report-contents.ts';
import { section } from './section.ts';
import { reportTable, type Cell } from './tables.ts';
import type { ToldEvidence, ToldGate } from './told-evidence.ts';
import type { ReportWords } from './words.ts';
import { writtenFigure, writtenNumber } from './written.ts';

/** The limits of the policy beside what the release asks for, and how each gate ended. */
export function policySection(contents: ReportContents, { gates }: ToldEvidence, words: ReportWords): Html {
  const { columns, notes } = words;
  return section(
    words.sections.policy,
    reportTable([columns.rule, columns.policy, columns.release], limits(contents, words)),
    gates.length === 0
      ? element('p', {}, notes.noGates)
      : together(
          element('p', {}, notes.gates),
          reportTable(
            [columns.gate, columns.outcome, columns.words],
            gates.map((gate) => gateRow(gate, words)),
          ),
        ),
  );
}

function gateRow({ id, kind, outcome, detail }: ToldGate, words: ReportWords): readonly Cell[] {
  const known = words.gates[id];
  const said = outcome === 'notTested' ? words.untested : known?.[outcome];
  const { measured, limit } = detail;
  const { columns, language } = words;
  const held =
    measured === undefined || limit === undefined
      ? undefined
      : `${columns.measured}: ${writtenFigure(measured, language)}; ${columns.allowed}: ${writtenFigure(limit, language)}.`;
  return [
    known?.name ?? id,
    { className: `word ${outcome}`, child: words.outcome[outcome] },
    [said, held, words.gateKind[kind]].filter((text) => text !== undefined).join(' '),
  ];
}

function limits({ recipe, policy }: ReportContents, words: ReportWords): readonly (readonly Cell[])[] {
  const { rules, bins, language } = words;
  const number = (value: number): string => writtenNumber(value, language);
  const guarantee = releaseGuarantee(recipe);
  return [
    [
      rules.minimumPersons,
      `${rules.atLeast} ${number(policy.minimumPersons)}`,
      number(recipe.minimumPersons),
    ],
    [rules.roundingBase, `${rules.atMost} ${number(recipe.minimumPersons)}`, number(recipe.roundingBase)],
    [rules.timeBin, policy.timeBins.map((bin) => bins[bin]).join(', '), bins[recipe.timeBin]],
    [rules.guarantee, policy.guarantees.map((one) => rules[one]).join(', '), rules[guarantee.kind]],
    ...(guarantee.kind === 'classical'
      ? [[rules.narrowestRange, `${rules.atLeast} ${number(policy.narrowestRange)}`, '–']]
      : [
          [
            rules.epsilon,
            `${rules.atMost} ${writtenFigure(`${policy.maximumEpsilonHundredths / 100}`, language)}`,
            writtenFigure(guarantee.epsilon, language),
          ],
        ]),
    ...ofSigners({ recipe, policy }, words),
  ];
}

function ofSigners(
  { recipe, policy }: Pick<ReportContents, 'recipe' | 'policy'>,
  words: ReportWords,
): readonly (readonly Cell[])[] {
  const { rules, terms, language } = words;
  const { signing, withheld } = policy;
  const { dpiaReference, recipientProfile, reviewBy } = recipe.terms;
  const asked = those([
    [rules.signerComment, signing.comment],
    [rules.dpiaReference, signing.dpiaReference],
    [rules.recipientProfile, signing.recipientProfile],
    [rules.reviewBy, signing.reviewByDays !== null],
  ]);
  const stated = those([
    [rules.dpiaReference, dpiaReference !== ''],
    [rules.recipientProfile, recipientProfile !== ''],
    [rules.reviewBy, reviewBy !== ''],
  ]);
  const approvals = writtenNumber(policy.approvals, language);
  return [
    [rules.approvals, policy.solo ? `${approvals}, ${rules.solo}` : approvals, '–'],
    [rules.signing, asked || rules.none, stated || terms.notStated],
    [rules.withheld, withheld.join(', ') || rules.none, '–'],
  ];
}

function those(words: readonly (readonly [word: string, applies: boolean])[]): string {
  return words
    .filter(([, applies]) => applies)
    .map(([word]) => word)
    .join(', ');
}
