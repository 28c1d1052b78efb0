import { guessKind } from './guess-kind.ts';
import type { FileKind, Source } from '../../../shared/extract/source.ts';
import type { ByKind, DeskState, DroppedFiles } from './desk-state.ts';

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
  await get().dropFiles(byKind(files, get().sources));
}

/** Files by what they most likely are. A family without a sign is taken for the first kind that no other has. */
function byKind(files: readonly File[], listed: ByKind<Source>): readonly DroppedFiles[] {
  const found = new Map<FileKind, readonly File[]>();
  for (const alike of families(files)) {
    const kind = guessKind(alike[0]?.name ?? '', { ...listed, ...Object.fromEntries(found) });
    found.set(kind, [...(found.get(kind) ?? []), ...alike]);
  }
  return [...found].map(([kind, alike]) => ({ kind, files: alike }));
}

function families(files: readonly File[]): readonly (readonly File[])[] {
  const names = new Set(files.map((file) => family(file.name)));
  return [...names].map((name) => files.filter((file) => family(file.name) === name));
}
