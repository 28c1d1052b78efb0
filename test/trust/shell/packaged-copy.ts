import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../../../electron/launcher/command.ts';
import { setPackageFuses } from '../../../electron/launcher/fuses.ts';
import { writeAsar } from './asar.ts';

/**
 * A copy of the runtime that Electron takes for a package: another name, the application in an archive, all fuses set. Beside
 * the archive lies a loose application, which a package must not load. Tests only: packaging itself refuses this runtime.
 */
export async function makePackagedCopy(
  electron: string,
  application: string,
  folder: string,
): Promise<string> {
  const copy = join(folder, 'package');
  const from = dirname(electron);
  if (runCommand('cp', ['-al', from, copy]).code !== 0) {
    rmSync(copy, { recursive: true, force: true });
    if (runCommand('cp', ['-a', from, copy]).code !== 0) throw new Error('The runtime cannot be copied.');
  }
  const executable = join(copy, 'freigabe');
  rmSync(join(copy, 'electron'));
  copyFileSync(electron, executable);
  await setPackageFuses(executable);
  writeAsar(application, ['package.json', 'out'], join(copy, 'resources', 'app.asar'));
  const loose = join(copy, 'resources', 'app');
  rmSync(loose, { recursive: true, force: true });
  mkdirSync(loose);
  writeFileSync(join(loose, 'package.json'), JSON.stringify({ name: 'loose', main: 'main.cjs' }));
  writeFileSync(join(loose, 'main.cjs'), "process.stdout.write('loose application\\n'); process.exit(3);\n");
  return executable;
}
