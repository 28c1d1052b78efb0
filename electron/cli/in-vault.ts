import type { FileProfile, Mappings } from '../../shared/extract/profile.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import type { ZoneSource } from '../../shared/recipe/recipe.ts';
import type { Sources } from '../../shared/extract/source.ts';
import type { Progress } from '../../shared/ipc/vault-contract.ts';
import { type EngineChoice, engineFor } from '../../shared/policy/engine-choice.ts';
import { allProfiles } from '../../shared/workflow/profile-files.ts';
import { makeSpillFolder } from '../node/spill-folder.ts';
import { engineLine } from './engine-argument.ts';
import { spillFolder } from './ledger-folder.ts';
import { startVault, type CliVault } from './vault/start-vault.ts';

/** What is loaded into a vault for one command. */
export interface Loading {
  readonly sources: Sources;
  readonly paths: ReadonlyMap<string, string>;
  readonly noRegisterReason: string;
  /** What reads the files; by the rule for files alone where nothing is said. */
  readonly choice?: EngineChoice;
  /** Whether what does not fit into memory may go to an encrypted temporary file. */
  readonly maySpill?: boolean;
  readonly timeZone: string;
  readonly zones: ZoneSource;
  readonly mappingsOf: (profiles: readonly FileProfile[]) => Mappings;
  readonly progress: (line: string) => void;
}

/** A loaded extract and the vault that holds it. */
export interface Loaded {
  readonly vault: CliVault;
  readonly profiles: readonly FileProfile[];
  readonly understanding: Understanding;
}

/** Loads an extract into a vault of its own, does `work` with it, and ends the vault whatever happens. */
export async function inVault<T>(loading: Loading, work: (loaded: Loaded) => Promise<T>): Promise<T> {
  const { sources, timeZone, zones, noRegisterReason, progress, mappingsOf } = loading;
  const { choice = engineFor({ sources, policy: undefined }), maySpill = false } = loading;
  const spill = maySpill && choice.engine === 'native' ? await makeSpillFolder(spillFolder()) : undefined;
  const vault = await startVault({ paths: loading.paths, choice, spill });
  progress(engineLine(choice, vault.engine));
  try {
    const profiles = allProfiles(await vault.call('profile', { sources }));
    const understanding = await vault.call(
      'load',
      { sources, mappings: mappingsOf(profiles), timeZone, zones, noRegisterReason },
      { onProgress: (done) => progress(progressLine(done)) },
    );
    return await work({ vault, profiles, understanding });
  } finally {
    await vault.close();
  }
}

/** How far the vault is, as one line. */
export function progressLine(done: Progress): string {
  if (done.stage === 'protecting') return `protecting: ${done.done} of ${done.total}`;
  if (done.stage === 'attacking') return `attacking (${done.attack}): ${done.done} of ${done.total}`;
  if (done.stage === 'measuring') return `measuring (${done.part}): ${done.done} of ${done.total}`;
  return `${done.stage}: ${done.rows} rows, ${done.bytes} bytes`;
}
