import { sourceReader } from '../../../electron/node/read-source.ts';
import { startWasmEngine as startEngine } from '../../../electron/node/wasm-engine.ts';
import type { Sources } from '../../../shared/extract/source.ts';
import type { Engine } from '../../../shared/ports/engine.ts';
import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';
import { loadExtract } from '../../../shared/workflow/load-extract.ts';
import { profileFiles, suggestedMappings } from '../../../shared/workflow/profile-files.ts';
import { alone } from './corpus-material.ts';

/** How many people of the invented town, for how many days, and which. */
export interface TownSize {
  readonly persons: number;
  readonly days: number;
  readonly seed: number;
}

let engine: Promise<Engine> | undefined;
const towns = new Map<string, Promise<ExtractInMemory>>();

/** The invented town, read from its files like anybody's; each size once. */
export async function demoTown(size: TownSize): Promise<ExtractInMemory> {
  const key = JSON.stringify(size);
  const found = towns.get(key);
  if (found) return found;
  const town = load(size, Promise.allSettled(towns.values()));
  towns.set(key, town);
  return town;
}

/** One after the other, since they share the engine. */
async function load(size: TownSize, others: Promise<unknown>): Promise<ExtractInMemory> {
  await others;
  const demo = { kind: 'demo', preset: 'town', ...size } as const;
  const sources: Sources = {
    events: demo,
    cells: demo,
    persons: demo,
    objections: demo,
    zones: demo,
    places: demo,
  };
  const reader = sourceReader(new Map());
  return loadExtract({
    engine: await (engine ??= startEngine()),
    reader,
    sources,
    mappings: suggestedMappings(await profileFiles(reader, sources, alone.signal)),
    timeZone: 'Europe/Berlin',
    noRegisterReason: 'made up',
    key: '00112233445566778899aabbccddeeff',
    ...alone,
  });
}
