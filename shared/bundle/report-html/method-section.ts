import type { Recipe } from '../../recipe/recipe.ts';
import { englishMethod } from '../method-english.ts';
import { germanMethod } from '../method-german.ts';
import type { Method, MethodSection } from '../method-layout.ts';
import { element, together, type Html } from './html.ts';
import type { ReportLanguage } from './language.ts';
import { section } from './section.ts';
import type { ReportWords } from './words.ts';

const methods: Readonly<Record<ReportLanguage, (recipe: Recipe) => Method>> = {
  de: germanMethod,
  en: englishMethod,
};

/** The three stages with every parameter, and what is guaranteed. */
export function recipeSection(recipe: Recipe, words: ReportWords): Html {
  const { stages } = methods[words.language](recipe);
  return section(words.sections.recipe, ...stages.map(part));
}

/** The three tests of Opinion 05/2014 of the Article 29 Working Party, for each table. */
export function testsSection(recipe: Recipe, words: ReportWords): Html {
  const { tests, tables } = methods[words.language](recipe);
  return section(tests.title, paragraphs(tests), ...tables.map(part));
}

/** What recipients may and may not do. */
export function recipientsSection(recipe: Recipe, words: ReportWords): Html {
  const { recipients } = methods[words.language](recipe);
  return section(recipients.title, paragraphs(recipients));
}

function part(told: MethodSection): Html {
  return together(element('h3', {}, told.title), paragraphs(told));
}

function paragraphs({ lines }: MethodSection): Html {
  return together(...lines.filter((line) => line !== undefined).map((line) => element('p', {}, line)));
}
