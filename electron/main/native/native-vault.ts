import { lineTo, type LiveVault } from '../live-vault.ts';
import { type NativeStart, startNativeProcess } from './native-process.ts';
import type { SpillFolder } from '../../node/spill-folder.ts';

/** What a vault with native DuckDB is started with; the folder for what does not fit into memory goes with it. */
export type NativeVaultStart = Omit<NativeStart, 'spill'> & { readonly spill: SpillFolder | undefined };

/** The vault in a process of its own; undefined where native DuckDB does not run on this machine. */
export async function nativeVault({ spill, ...start }: NativeVaultStart): Promise<LiveVault | undefined> {
  const native = await startNativeProcess({ ...start, spill: spill?.path });
  if (native === undefined) {
    await spill?.remove();
    return undefined;
  }
  const { toDesk, toMain, allow, joinLookUp, onGone } = native;
  return {
    engine: 'native',
    spills: spill !== undefined,
    toDesk,
    client: lineTo(toMain),
    allow,
    joinLookUp,
    onGone: (listener) =>
      onGone((reason) => {
        void spill?.remove();
        listener(reason);
      }),
    end: async () => {
      await native.end();
      await spill?.remove();
    },
  };
}
