import { Recipe } from '../../shared/recipe/recipe.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import { readFormFile } from './read-form-file.ts';

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
    const bytes = await ports.files.read(path, recipeLimit);
    return { name, recipe: readFormFile({ bytes, name }, Recipe, 'recipe-invalid') };
  };
}
