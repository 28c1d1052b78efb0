import { Refusal } from '../../shared/base/failure.ts';
import { Recipe } from '../../shared/recipe/recipe.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import { parseJsonText } from './json-text.ts';

const recipeLimit = 1024 * 1024;

/** A recipe file of the officer's choice. */
export function recipeOpen(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
}): Handler<'recipe.open'> {
  return async () => {
    const path = await ports.dialogs.openFile('recipe');
    if (path === undefined) return undefined;
    const name = ports.files.name(path);
    const parsed = Recipe.safeParse(parseJsonText(await ports.files.read(path, recipeLimit), name));
    if (parsed.success) return { name, recipe: parsed.data };
    const [issue] = parsed.error.issues;
    const field = issue === undefined || issue.path.length === 0 ? '(whole file)' : issue.path.join('.');
    const problem = issue?.message ?? 'not a recipe';
    throw new Refusal('recipe-invalid', `${name}: field ${field}: ${problem}. Correct the recipe file.`, {
      name,
      field,
      problem,
    });
  };
}
