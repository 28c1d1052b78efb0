import { session } from 'electron';
import type { Assets } from './lockdown/assets.ts';
import type { FileTickets } from './lockdown/file-tickets.ts';
import { serveSite } from './lockdown/protocol.ts';
import type { AppHost } from './lockdown/scheme.ts';
import { lockSession, partitionName } from './lockdown/session.ts';
import { join } from 'node:path';
import type { WindowMaterial } from './window.ts';

/** What all hosts have in common. */
export interface HostGround {
  readonly assets: Assets;
  /** Folder of the built preloads. */
  readonly preloads: string;
  readonly devTools: boolean;
  readonly background: () => string;
}

/** Closes and fills the session of one host, once, before its first window. */
export async function prepareHost(
  ground: HostGround,
  host: AppHost,
  files: Readonly<Record<string, FileTickets>>,
): Promise<WindowMaterial> {
  const { assets, preloads, devTools, background } = ground;
  const own = session.fromPartition(partitionName(host), { cache: false });
  await lockSession(own, { devTools });
  serveSite(own, { host, assets, files });
  return { session: own, preload: join(preloads, `${host}.cjs`), devTools, background };
}
