import { type BrowserWindow, dialog } from 'electron';
import type { Settings } from '../../shared/ipc/contract.ts';
import type { LeaveDialog } from '../handlers/ports/dialogs.ts';
import { dialogWords } from './dialog-words.ts';

/** The system's question before the window is closed, modal to it. Escape stays. */
export function createLeaveDialog(ports: {
  readonly window: () => BrowserWindow;
  readonly language: () => Settings['language'];
}): LeaveDialog {
  return {
    leave: async (names) => {
      const { leave } = dialogWords[ports.language()];
      const { response } = await dialog.showMessageBox(ports.window(), {
        type: 'question',
        message: leave.question(names.length),
        detail: leave.told(names.join(', ')),
        buttons: [leave.keep, leave.delete, leave.stay],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      return (['keep', 'delete'] as const)[response] ?? 'stay';
    },
  };
}
