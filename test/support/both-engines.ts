import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startNativeEngine } from '../../electron/node/native/start-native-engine.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import type { Mappings } from '../../shared/extract/profile.ts';
import type { FileKind, Source, Sources } from '../../shared/extract/source.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import type { LoadedExtract } from '../../shared/workflow/loading/finish-extract.ts';
import { loadExtract } from '../../shared/workflow/load-extract.ts';
import { profileFiles, suggestedMappings } from '../../shared/workflow/profile-files.ts';
import { loadSources } from './load-files.ts';

/** Contents of files by kind, each with the end of its name. */
export type FilesOnDisk = Partial<Record<FileKind, string | Uint8Array>>;

/** An extract as one engine read it, and how many chunks it was read in: none where every file was read as a whole. */
export interface ReadBy {
  readonly extract: LoadedExtract;
  readonly chunks: number;
}

/** Both engines, over files in a folder of their own. */
export interface BothEngines {
  readonly wasm: Engine;
  readonly native: Engine;
  /** Writes files and says what to open; `parts` are several files of events. */
  readonly put: (files: FilesOnDisk) => Sources;
  readonly path: (source: Source) => string;
  /** A source of a file that exists. */
  readonly add: (path: string) => Source;
  /** The mappings a first look suggests. */
  readonly mappingsOf: (sources: Sources) => Promise<Mappings>;
  /** Loads files that only the native engine reads. */
  readonly loadNative: (sources: Sources, mappings: Mappings) => Promise<ReadBy>;
  /** Loads the same files with each engine. */
  readonly load: (
    sources: Sources,
    mappings?: (suggested: Mappings) => Mappings,
  ) => Promise<Readonly<Record<'wasm' | 'native', ReadBy>>>;
  readonly close: () => void;
}

const { signal } = new AbortController();
const plainOrder = {
  timeZone: 'UTC',
  noRegisterReason: 'test',
  key: '00112233445566778899aabbccddeeff',
  signal,
  onProgress: () => undefined,
} as const;

/** Starts both engines. */
export async function bothEngines(): Promise<BothEngines> {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-conformance-'));
  const paths = new Map<string, string>();
  const wasm = await startWasmEngine();
  const native = await startNativeEngine({ paths, threads: 2 });
  const reader = sourceReader(paths);
  const add = (path: string, name = basename(path)): Source => {
    const token = paths.size.toString(16).padStart(32, '0');
    paths.set(token, path);
    return { kind: 'file', token, name, sizeBytes: statSync(path).size };
  };
  const put = (files: FilesOnDisk): Sources =>
    Object.fromEntries(
      Object.entries(files).map(([kind, content]) => {
        const path = join(folder, `${kind}-${paths.size}.csv`);
        writeFileSync(path, content);
        return [kind, add(path, `${kind}.csv`)];
      }),
    ) as unknown as Sources;
  const by = async (
    engine: Engine,
    sources: Sources,
    mappings: ((suggested: Mappings) => Mappings) | undefined,
  ): Promise<ReadBy> => {
    const { watched, chunks } = countingChunks(engine);
    const how = mappings ? { mappings } : {};
    return { extract: await loadSources(watched, { sources, reader }, how), chunks: chunks() };
  };
  return {
    wasm,
    native,
    put,
    path: (source) => (source.kind === 'file' ? (paths.get(source.token) ?? '') : ''),
    add,
    mappingsOf: async (sources) => suggestedMappings(await profileFiles(reader, sources, signal)),
    loadNative: async (sources, mappings) => {
      const { watched, chunks } = countingChunks(native);
      const order = { ...plainOrder, engine: watched, reader, sources, mappings };
      return { extract: await loadExtract(order), chunks: chunks() };
    },
    load: async (sources, mappings) => ({
      wasm: await by(wasm, sources, mappings),
      native: await by(native, sources, mappings),
    }),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function countingChunks(engine: Engine): { readonly watched: Engine; readonly chunks: () => number } {
  let chunks = 0;
  const put: Engine['put'] = async (name, bytes) => {
    chunks++;
    return engine.put(name, bytes);
  };
  return { watched: { ...engine, put }, chunks: () => chunks };
}

/** What must be equal of two extracts, in a form that can be compared: all but the functions. */
export function comparable(extract: LoadedExtract): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extract).filter(([, value]) => typeof value !== 'function'));
}
