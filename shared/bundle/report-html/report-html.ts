import { attacksSection, utilitySection } from './attacks-section.ts';
import { decisionSection } from './decision-section.ts';
import { figureSizes } from './figure-sizes.ts';
import { hiddenSection, riskSection } from './figures-section.ts';
import { element, together, type Child, type Html } from './html.ts';
import type { ReportLanguage } from './language.ts';
import { recipeSection, recipientsSection, testsSection } from './method-section.ts';
import { pageOf } from './page.ts';
import { policySection } from './policy-section.ts';
import type { ReportContents } from './report-contents.ts';
import { section } from './section.ts';
import { reportTable } from './tables.ts';
import { toldEvidence, withoutRawFigures } from './told-evidence.ts';
import { verificationSection, type ToldVerification } from './verification-section.ts';
import { englishWords } from './words-english.ts';
import { germanWords } from './words-german.ts';
import type { ReportWords } from './words.ts';
import { zoneMap } from './zone-map.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly language: ReportLanguage;
  readonly contents: ReportContents;
  /** What a verifier found; absent in the report that lies in the bundle, which is sealed before anybody signs. */
  readonly verification?: ToldVerification;
}

const wordsOf: Readonly<Record<ReportLanguage, ReportWords>> = { de: germanWords, en: englishWords };

/**
 * The report on a release: one HTML page without script, for screen and A4 paper. The same input gives the same bytes on every
 * machine. Every text of the publisher's is escaped.
 */
export function reportHtml({ language, contents, verification }: ReportInput): string {
  const words = wordsOf[language];
  const { recipe, policy, release } = contents;
  const evidence = toldEvidence(contents.evidence);
  const told = recipe.guarantee.kind === 'classical' ? evidence : withoutRawFigures(evidence);
  const body = together(
    heading(contents, words, verification?.solo ?? policy.solo),
    verification === undefined ? undefined : verificationSection(verification, words),
    decisionSection(contents, told, words),
    section(words.sections.pictures, zoneMap(contents, words), figureSizes(contents, words)),
    recipeSection(recipe, words),
    policySection(contents, told, words),
    riskSection(contents, told, words),
    attacksSection(told, words),
    utilitySection(told, words),
    hiddenSection(contents, told, words),
    testsSection(recipe, words),
    softwareSection(contents, words),
    section(words.sections.limits, list(words.limits)),
    verifySection(words, verification !== undefined),
    recipientsSection(recipe, words),
  );
  return pageOf(language, `${words.title} ${release.id}`, body);
}

function heading({ recipe, policy, release }: ReportContents, words: ReportWords, isSolo: boolean): Html {
  return element(
    'header',
    {},
    element('h1', {}, `${words.title}: `, element('bdi', {}, recipe.title)),
    element('p', {}, element('bdi', {}, release.organisation), ', ', element('code', {}, release.id)),
    policy.demo ? element('p', { class: 'mark' }, words.demo) : undefined,
    isSolo && !policy.demo ? element('p', { class: 'mark' }, words.solo) : undefined,
  );
}

function softwareSection({ build }: ReportContents, words: ReportWords): Html {
  const { columns, sections, notes } = words;
  const identity = [build.name, build.software, build.commit].map((text) => element('bdi', {}, text));
  return section(
    sections.software,
    reportTable(
      [columns.item, columns.told],
      [['build.json', [identity[0], ' ', identity[1], ', ', identity[2]]]],
    ),
    element('p', {}, notes.software),
  );
}

function verifySection({ sections, notes }: ReportWords, onDemand: boolean): Html {
  return section(
    sections.verify,
    element('p', {}, notes.verify),
    onDemand ? undefined : element('p', {}, notes.sealed),
    element('p', {}, notes.verifyText),
  );
}

function list(lines: readonly Child[]): Html {
  return element('ul', {}, ...lines.map((line) => element('li', {}, line)));
}
