import type { Handler, Opening, Settings } from '../../shared/ipc/contract.ts';

export function appStart(ports: {
  readonly version: string;
  readonly settings: () => Settings;
  /** What the start asked for; a file that cannot be opened is an opening of kind `failed`. */
  readonly opening: () => Promise<Opening>;
}): Handler<'app.start'> {
  return async () => ({
    version: ports.version,
    settings: ports.settings(),
    opening: await ports.opening(),
  });
}
