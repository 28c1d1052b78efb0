import { predicateOf } from '../../recipe/guarantee.ts';
import { element, together, type Child, type Html } from './html.ts';
import type { ReportContents } from './report-contents.ts';
import { section } from './section.ts';
import { reportTable } from './tables.ts';
import type { ToldEvidence } from './told-evidence.ts';
import type { ReportWords } from './words.ts';
import { writtenDay } from './written.ts';

/** What is decided: the release, its terms, and what the policy asks of signers. */
export function decisionSection(contents: ReportContents, told: ToldEvidence, words: ReportWords): Html {
  const { release, recipe, policy } = contents;
  const { terms, columns } = words;
  return section(
    words.sections.decision,
    element('p', {}, words.asked(release.id, policy.title, policy.approvals)),
    reportTable([columns.item, columns.told], rowsOf(contents, words)),
    told.comment === '' ? undefined : together(element('h3', {}, terms.comment), foreign('p', told.comment)),
    element('p', {}, `${terms.predicate}: `, element('code', { lang: 'en' }, predicateOf(recipe))),
  );
}

/** A text of the publisher's own, kept apart from the text around it. */
function foreign(name: string, text: string): Html {
  return element(name, {}, element('bdi', {}, text));
}

function rowsOf({ release, recipe }: ReportContents, words: ReportWords): readonly (readonly Child[])[] {
  const { terms, language } = words;
  const { purpose, legalBasis, recipient, recipientProfile, dpiaReference, reviewBy } = recipe.terms;
  const own = (text: string): Child => (text === '' ? terms.notStated : element('bdi', {}, text));
  const { period } = recipe;
  return [
    [terms.title, own(recipe.title)],
    [terms.organisation, own(release.organisation)],
    [terms.release, element('code', {}, release.id)],
    [terms.date, writtenDay(recipe.releaseDate, language)],
    [terms.period, period === null ? '' : words.period(period.from, period.to, recipe.timeZone)],
    [terms.purpose, own(purpose)],
    [terms.legalBasis, own(legalBasis)],
    [terms.recipient, own(recipient)],
    [terms.profile, words.profiles[recipientProfile]],
    [terms.dpia, own(dpiaReference)],
    [terms.reviewBy, reviewBy === '' ? terms.notStated : writtenDay(reviewBy, language)],
  ];
}
