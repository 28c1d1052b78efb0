import type { BrowserWindow } from 'electron';

/** A window made before it is asked for, at most once: two of one page could share a process, and it must end alone. */
export interface WindowAhead {
  /** Makes it, unless one was taken before. */
  readonly prepare: () => void;
  /** The prepared one, or a fresh one. */
  readonly take: () => Promise<BrowserWindow>;
  /** Destroys the prepared one, if it was not taken. */
  readonly discard: () => Promise<void>;
}

export function windowAhead(make: () => Promise<BrowserWindow>): WindowAhead {
  let ready: Promise<BrowserWindow | undefined> | undefined;
  let wasTaken = false;

  const takePrepared = async (): Promise<BrowserWindow | undefined> => {
    wasTaken = true;
    const window = await ready;
    ready = undefined;
    if (window?.webContents.isCrashed() !== true) return window;
    window.destroy();
    return undefined;
  };

  return {
    prepare: () => {
      if (!wasTaken) ready ??= make().catch(() => undefined);
    },
    take: async () => (await takePrepared()) ?? make(),
    discard: async () => (await takePrepared())?.destroy(),
  };
}
