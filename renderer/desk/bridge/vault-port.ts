import { vaultPortMessage } from '../../../shared/ipc/channels.ts';

/** Waits for the next port main hands this window. Call it before asking for a review, so that none is missed. */
export function nextVaultPort(target: Window, withinMilliseconds: number): Promise<MessagePort> {
  return new Promise((found, failed) => {
    const timer = target.setTimeout(() => {
      target.removeEventListener('message', listen);
      failed(new Error(`no vault port within ${withinMilliseconds} ms`));
    }, withinMilliseconds);
    function listen(event: MessageEvent): void {
      const [port] = event.ports;
      if (event.source !== target || event.data !== vaultPortMessage || port === undefined) return;
      target.clearTimeout(timer);
      target.removeEventListener('message', listen);
      found(port);
    }
    target.addEventListener('message', listen);
  });
}
