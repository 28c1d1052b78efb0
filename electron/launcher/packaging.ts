import { Refusal } from '../../shared/base/failure.ts';
import type { ElectronRuntime } from './electron-runtime.ts';

/** The first Electron this application is made for, and the Node its packaging needs. */
const oldestElectron = 45;
const oldestNode = 22;

/** Refuses with `packaging-refused` to make a package of a runtime with known holes; the stand-in is for tests only. */
export function mustBePackable(
  runtime: Pick<ElectronRuntime, 'version' | 'source'>,
  nodeVersion: string,
): void {
  const reasons = [
    ...(runtime.source === 'stand-in' ? ['the stand-in runtime is for development and tests only'] : []),
    ...(major(runtime.version) < oldestElectron
      ? [`Electron ${runtime.version} is too old; ${oldestElectron} or newer is needed`]
      : []),
    ...(major(nodeVersion) < oldestNode
      ? [`Node ${nodeVersion} is too old; ${oldestNode} or newer is needed`]
      : []),
  ];
  if (reasons.length === 0) return;
  throw new Refusal('packaging-refused', `No package can be made: ${reasons.join('; ')}.`, {
    electron: runtime.version,
    node: nodeVersion,
  });
}

/** Not a number where the version is not known, which then is too old. */
function major(version: string): number {
  const found = Number(/^v?(\d+)[.]/.exec(version)?.[1]);
  return Number.isNaN(found) ? 0 : found;
}
