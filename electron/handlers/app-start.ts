import type { Handler, Opening, Settings } from '../../shared/ipc/contract.ts';
import type { DraftStore } from './ports/draft-store.ts';

export function appStart(ports: {
  readonly version: string;
  readonly settings: () => Settings;
  /** What the start asked for; a file that cannot be opened is an opening of kind `failed`. */
  readonly opening: () => Promise<Opening>;
  readonly drafts: DraftStore;
}): Handler<'app.start'> {
  return async () => ({
    version: ports.version,
    settings: ports.settings(),
    opening: await ports.opening(),
    drafts: await ports.drafts.list(),
  });
}
