import type { Handler } from '../../shared/ipc/contract.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';

/** Writes a recipe as JSON that people can read and the command line takes. */
export function recipeSave(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
}): Handler<'recipe.save'> {
  return async ({ recipe, suggestedName }) => {
    const path = await ports.dialogs.saveFile('recipe', suggestedName);
    if (path === undefined) return undefined;
    await ports.files.write(path, new TextEncoder().encode(`${JSON.stringify(recipe, null, 2)}\n`));
    return { name: ports.files.name(path) };
  };
}
