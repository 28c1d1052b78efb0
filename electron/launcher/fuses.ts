import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';

type FuseName = keyof typeof FuseV1Options;

/**
 * How the executable of a package is set, for good. A fuse that a newer Electron adds and this table does not name keeps
 * Electron's own setting, which for WebAssembly's trap handlers is what is wanted.
 */
export const packageFuses: Readonly<Record<FuseName, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** Sets the fuses of an executable as a package has them, and reads them back. Throws where one is not as it should be. */
export async function setPackageFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(fuseNames().map((name) => [FuseV1Options[name], packageFuses[name]])),
  });
  const set = await readFuses(executable);
  const wrong = fuseNames().filter((name) => set[name] !== packageFuses[name]);
  if (wrong.length > 0)
    throw new Error(`These fuses of ${executable} are not as they should be: ${wrong.join(', ')}`);
}

/** The fuses of an executable; one that was taken out of this version of Electron is left out. */
export async function readFuses(executable: string): Promise<Readonly<Partial<Record<FuseName, boolean>>>> {
  const wire = await getCurrentFuseWire(executable);
  const known = fuseNames().flatMap((name) => {
    const state = wire[FuseV1Options[name]];
    const burnt = state === FuseState.ENABLE || state === FuseState.DISABLE;
    return burnt ? [[name, state === FuseState.ENABLE] as const] : [];
  });
  return Object.fromEntries(known);
}

function fuseNames(): readonly FuseName[] {
  return Object.keys(packageFuses) as FuseName[];
}
