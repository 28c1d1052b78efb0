import { guessKind } from './guess-kind.ts';
import type { DeskState } from './desk-state.ts';

const bundleName = /\.freigabe\.zip$/i;

/** Files dropped on the window join the extract. Bundles among them are left aside, which is said where it shows. */
export async function takeDropped(get: () => DeskState, dropped: readonly File[]): Promise<void> {
  const files = dropped.filter((file) => !bundleName.test(file.name));
  const bundles = dropped.filter((file) => bundleName.test(file.name)).map((file) => file.name);
  if (files.length === 0) return get().refuseDroppedBundle(bundles.join(', '));
  get().go('extract');
  get().noteLeftAside(bundles);
  for (const file of files) {
    const { sources, dropFile } = get();
    // oxlint-disable-next-line no-await-in-loop -- what a file is taken for depends on those before it
    await dropFile(file, guessKind(file.name, sources));
  }
}
