import type { Dialogs, ExtractDialogs } from '../handlers/ports/dialogs.ts';

/**
 * File dialogs of which one is open at a time. What asks for another meanwhile, such as a second press of the same button before the dialog
 * came, is answered as if that had been closed at once.
 */
export function oneDialog(dialogs: Dialogs & ExtractDialogs): Dialogs & ExtractDialogs {
  let isOpen = false;
  const alone = async <T>(ask: () => Promise<T>, nothing: T): Promise<T> => {
    if (isOpen) return nothing;
    isOpen = true;
    try {
      return await ask();
    } finally {
      isOpen = false;
    }
  };
  return {
    openFile: (purpose) => alone(() => dialogs.openFile(purpose), undefined),
    openFiles: (kind) => alone(() => dialogs.openFiles(kind), []),
    openFolder: (kind) => alone(() => dialogs.openFolder(kind), []),
    saveFile: (purpose, suggestedName) => alone(() => dialogs.saveFile(purpose, suggestedName), undefined),
  };
}
