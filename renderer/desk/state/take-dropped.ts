import { guessKind } from './guess-kind.ts';
import type { DeskState } from './desk-state.ts';

const bundleName = /\.freigabe\.zip$/i;

/** What names of files of one kind have in common: all but their numbers. */
const family = (name: string): string => name.toLowerCase().replaceAll(/\d+/g, '#');

/**
 * Files dropped on the window join the extract; those whose names differ in numbers only are files of one kind. Bundles among them are left aside,
 * which is said where it shows.
 */
export async function takeDropped(get: () => DeskState, dropped: readonly File[]): Promise<void> {
  const files = dropped.filter((file) => !bundleName.test(file.name));
  const bundles = dropped.filter((file) => bundleName.test(file.name)).map((file) => file.name);
  if (files.length === 0) return get().refuseDroppedBundle(bundles.join(', '));
  get().go('extract');
  get().noteLeftAside(bundles);
  for (const name of new Set(files.map((file) => family(file.name)))) {
    const { sources, dropFiles } = get();
    const alike = files.filter((file) => family(file.name) === name);
    // oxlint-disable-next-line no-await-in-loop -- what files are taken for depends on those before them
    await dropFiles(alike, guessKind(alike[0]?.name ?? name, sources));
  }
}
