import { type ElectronRuntime, exportRuntime, resolveElectronRuntime } from './electron-runtime.ts';
import { say } from './say.ts';
import { ensureSystemLibraries, type LibraryReport } from './system-libraries.ts';

/** Brings system libraries and the Electron runtime into place, saying one line for each. */
export async function prepareMachine(): Promise<ElectronRuntime> {
  for (const line of describeLibraries(ensureSystemLibraries())) say(line);
  const runtime = await resolveElectronRuntime();
  exportRuntime(runtime);
  say(`Electron: ${runtime.version} (${sources[runtime.source]})`);
  return runtime;
}

const sources: Readonly<Record<ElectronRuntime['source'], string>> = {
  override: 'from ELECTRON_OVERRIDE_DIST_PATH',
  package: 'from the electron package',
  'stand-in': 'stand-in from the npm registry, end of life: development and tests only',
};

function describeLibraries(report: LibraryReport): readonly string[] {
  switch (report.status) {
    case 'present':
      return ['system libraries: present'];
    case 'installed':
      return [`system libraries: installed ${report.packages.join(' ')}`];
    case 'not-checked':
      return [`system libraries: not checked, ${report.reason}`];
    case 'missing':
      return [
        `system libraries: cannot be had: ${report.packages.join(' ')} (${report.reason})`,
        `run: ${report.command}`,
      ];
  }
}
