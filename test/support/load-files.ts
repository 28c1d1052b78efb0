import { profileFiles, suggestedMappings } from '../../shared/workflow/profile-files.ts';
import { loadExtract } from '../../shared/workflow/load-extract.ts';
import type { LoadedExtract } from '../../shared/workflow/loading/finish-extract.ts';
import { openDemo } from '../../shared/workflow/open-demo.ts';
import type { Mappings } from '../../shared/extract/profile.ts';
import type { FileKind, Source, Sources } from '../../shared/extract/source.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import type { SourceReader } from '../../shared/ports/source-reader.ts';

/** Texts of files by kind. */
export type Texts = Partial<Record<FileKind, string>> & { readonly events: string };

export interface LoadHow {
  readonly key?: string;
  readonly mappings?: (suggested: Mappings) => Mappings;
}

/** Reads files held in memory, and the demo's. */
export const textReader = (texts: Partial<Record<FileKind, string>>): SourceReader => ({
  open: async (source, kind) => {
    if (source.kind === 'demo') return openDemo(source, kind);
    const bytes = new TextEncoder().encode(texts[kind]);
    const chunks = (async function* () {
      yield bytes.slice();
    })();
    return { gzip: false, chunks, bytesRead: () => bytes.length };
  },
});

/** Loads files given as text; roles are guessed unless said otherwise. */
export async function loadTexts(engine: Engine, texts: Texts, how: LoadHow = {}): Promise<LoadedExtract> {
  const sources = Object.fromEntries(
    Object.entries(texts).map(([kind, text]): [string, Source] => [
      kind,
      { kind: 'file', token: '0'.repeat(32), name: `${kind}.csv`, sizeBytes: text.length },
    ]),
  ) as unknown as Sources;
  return loadSources(engine, { sources, reader: textReader(texts) }, how);
}

/** Loads sources by a reader. */
export async function loadSources(
  engine: Engine,
  { sources, reader }: { readonly sources: Sources; readonly reader: SourceReader },
  { key = '00112233445566778899aabbccddeeff', mappings = (one) => one }: LoadHow = {},
): Promise<LoadedExtract> {
  const { signal } = new AbortController();
  const suggested = suggestedMappings(await profileFiles(reader, sources, signal));
  return loadExtract({
    engine,
    reader,
    sources,
    mappings: mappings(suggested),
    timeZone: 'UTC',
    noRegisterReason: 'test',
    key,
    signal,
    onProgress: () => undefined,
  });
}
