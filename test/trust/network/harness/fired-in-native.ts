import { utilityProcess } from 'electron';
import type { Attempt } from '../vectors/fire.ts';

/** Which layers of the process with native DuckDB are there. */
export interface NativeOrder {
  /** The stubs of Node. */
  readonly denied: boolean;
  /** What DuckDB is told before anything else. */
  readonly locked: boolean;
}

/** Has every way out tried in a process that is started like the one with native DuckDB, from the built probe. */
export function firedInNative(probe: string, order: NativeOrder): Promise<readonly Attempt[]> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(probe, [], {
      serviceName: 'freigabe-native',
      stdio: 'ignore',
      env: {},
    });
    child.once('exit', (code) => reject(new Error(`the probe ended with ${code}`)));
    child.once('message', resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    child.postMessage(order);
  });
}
