import { failureOf } from './failure-of.ts';
import { isReading, whileChoosing, whileReading } from './while-reading.ts';
import type { Failure } from '../../../shared/base/failure.ts';
import type { FileKind, Source } from '../../../shared/extract/source.ts';
import type { ByKind, Desk, DroppedFiles, ExtractSlice } from './desk-state.ts';
import type { Look } from './extract-look.ts';

/**
 * What takes all files that were dropped at once, so that they are looked at once. What is refused keeps the others from nothing. While an
 * extract is being read none is taken: a file that was not read would be listed as part of it.
 */
export function createDrop(desk: Desk, review: Look['review']): Pick<ExtractSlice, 'dropFiles'> {
  const { get, set, services } = desk;
  async function sourcesOf(dropped: readonly DroppedFiles[]): Promise<{
    readonly sources: ByKind<Source>;
    readonly failure: Failure | undefined;
  }> {
    const sources: Partial<Record<FileKind, Source>> = {};
    let failure: Failure | undefined;
    for (const { kind, files } of dropped)
      try {
        // oxlint-disable-next-line no-await-in-loop -- the review is opened once, before the first
        await review();
        // oxlint-disable-next-line no-await-in-loop -- the same
        sources[kind] = await services.main.dropped(files, kind);
      } catch (thrown) {
        failure ??= failureOf(thrown);
      }
    return { sources, failure };
  }

  return {
    async dropFiles(dropped) {
      if (isReading(get().reading))
        return set({ extractFailure: whileReading(dropped.flatMap(({ files }) => files)) });
      const { sources, failure } = await whileChoosing(desk, () => sourcesOf(dropped));
      if (Object.keys(sources).length > 0) await get().addSources(sources);
      if (failure !== undefined) set({ extractFailure: failure });
    },
  };
}
