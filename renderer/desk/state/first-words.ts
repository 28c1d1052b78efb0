import type { Settings } from '../../../shared/ipc/contract.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Services } from './services.ts';

type Words = Pick<Recipe, 'title' | 'terms'>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const languages = ['de', 'en'] as const;
export const unwritten: Words = {
  title: '–',
  terms: {
    purpose: '',
    legalBasis: '',
    recipient: '',
    recipientProfile: '',
    dpiaReference: '',
    reviewBy: '',
  },
};

function wordsFor(isDemo: boolean, language: Settings['language'], { firstWords }: Services): Words {
  const { title, demoTitle, demoTerms } = firstWords(language);
  return isDemo ? { title: demoTitle, terms: demoTerms } : { title, terms: unwritten.terms };
}

/** Words nobody wrote are replaced by those that fit the extract and the language; written ones are kept. */
export function withFirstWords(
  recipe: Recipe,
  isDemo: boolean,
  language: Settings['language'],
  services: Services,
): Recipe {
  const proposals = [
    unwritten,
    ...languages.flatMap((each) => [wordsFor(true, each, services), wordsFor(false, each, services)]),
  ];
  const next = wordsFor(isDemo, language, services);
  const { title, terms } = recipe;
  return {
    ...recipe,
    title: proposals.some((words) => words.title === title) ? next.title : title,
    terms: proposals.some((words) => same(words.terms, terms)) ? next.terms : terms,
  };
}
