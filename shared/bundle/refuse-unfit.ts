import { Refusal } from '../base/failure.ts';
import { Policy } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import { Recipe } from '../recipe/recipe.ts';
import type { BundleContents, OrderedTables } from './bundle-contents.ts';
import { inEnglish, type Particular, particular, refusalDetail } from './particular.ts';
import { oversizedFiles, tooManyRows } from './sizes.ts';
import { tableFaults } from './table-faults.ts';
import { levelFault } from './table-zones.ts';
import { zoneLevels } from './zones.ts';
import type { BundleFiles } from './zip-write.ts';

/** 1 to 200 characters of one line, with nothing blank at its ends and no control characters. */
const oneLine = /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}]{1,200}(?<!\s)$/u;

/**
 * Throws where the verifier would reject a bundle of such contents: `recipe-not-resolved`, `policy-violated`, `organisation-unfit`,
 * `tables-too-long` or `table-unfit`.
 */
export function refuseUnfit(contents: BundleContents, tables: OrderedTables): void {
  const { recipe, policy, organisation } = contents;
  refuseOpen(recipe, policy);
  const [broken] = violations(recipe, policy);
  if (broken !== undefined)
    throw new Refusal(
      'policy-violated',
      `The recipe breaks the policy "${policy.id}": ${broken.rule} is ${broken.asked}, allowed is ${broken.allowed}.`,
      { rule: broken.rule, asked: broken.asked, allowed: broken.allowed },
    );
  if (!oneLine.test(organisation))
    throw new Refusal(
      'organisation-unfit',
      'The name of the organisation must be one line of 1 to 200 characters.',
    );
  const [long] = tooManyRows(tables.tables.map(({ product, rows }) => ({ product, rows: rows.length })));
  if (long !== undefined)
    throw new Refusal(
      'tables-too-long',
      `Nobody could verify the release. ${inEnglish(long)} Use coarser zones or bins, or a shorter period.`,
      refusalDetail(long),
    );
  const fault = unfitTable(recipe, tables);
  if (fault !== undefined)
    throw new Refusal(
      'table-unfit',
      `A table does not fit the recipe. ${inEnglish(fault)}`,
      refusalDetail(fault),
    );
}

/** Throws `bundle-file-too-large` where a file is larger than the verifier reads. */
export function refuseOversized(files: BundleFiles): void {
  const [large] = oversizedFiles(files);
  if (large !== undefined)
    throw new Refusal(
      'bundle-file-too-large',
      `Nobody could verify the release. ${inEnglish(large)} Use coarser zones or bins, or a shorter period.`,
      refusalDetail(large),
    );
}

function refuseOpen(recipe: Recipe, policy: Policy): void {
  const { purpose, legalBasis, recipient } = recipe.terms;
  const open = recipe.period === null || recipe.releaseDate === '';
  if (
    open ||
    [purpose, legalBasis, recipient].includes('') ||
    !Recipe.safeParse(recipe).success ||
    !Policy.safeParse(policy).success
  )
    throw new Refusal(
      'recipe-not-resolved',
      'The recipe is not complete: it needs a release date, a period, a purpose, a legal basis and a recipient.',
    );
}

function unfitTable(recipe: Recipe, { tables, zones }: OrderedTables): Particular | undefined {
  const products = tables.map(({ product }) => product).join(', ');
  const asked = recipe.products.join(', ');
  if (products !== asked) return particular('tables-differ', { products: products || '-', asked });
  const levels = zoneLevels(zones);
  const wrongLevel = levelFault(recipe, levels);
  if (wrongLevel !== undefined) return wrongLevel;
  for (const table of tables) {
    const [fault] = tableFaults(table, recipe, levels);
    if (fault !== undefined) return fault.particular;
  }
  return undefined;
}
