import type { FromSeal, ToSeal } from '../../shared/ipc/seal-contract.ts';

/** What the preload hangs on the window: the line to the main process. */
export interface SealBridge {
  readonly answer: (message: FromSeal) => void;
  readonly onShow: (listener: (message: ToSeal) => void) => void;
}

declare global {
  interface Window {
    readonly seal: SealBridge;
  }
}
