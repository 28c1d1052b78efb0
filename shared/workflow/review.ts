import { Refusal } from '../base/failure.ts';
import type { Understanding } from '../extract/understanding.ts';
import type { VaultRequest, VaultResponse } from '../ipc/vault-contract.ts';
import type { Engine } from '../ports/engine.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import type { ZoneSource } from '../recipe/recipe.ts';
import { candidateOf } from './candidate.ts';
import { Counter } from './counted.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { loadExtract, type LoadProgress } from './load-extract.ts';
import { profileFiles } from './profile-files.ts';
import { understandingOf } from './understanding.ts';
import { viewOf } from './view.ts';

/** What a review runs on: the same in the vault's window and in the command line's child process. */
export interface ReviewPorts {
  readonly engine: Engine;
  readonly reader: SourceReader;
  /** 32 random hexadecimal digits; the key of the keyed hash. */
  readonly newKey: () => string;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

/** One review of one extract: everything the vault can be asked, on raw data that never leaves it. */
export class Review {
  private readonly ports: ReviewPorts;
  private lastLoad: Promise<unknown> = Promise.resolve();
  private loaded: { readonly extract: ExtractInMemory; readonly counter: Counter } | undefined;

  constructor(ports: ReviewPorts) {
    this.ports = ports;
  }

  async profile(
    { sources, dialects }: VaultRequest<'profile'>,
    signal: AbortSignal,
  ): Promise<VaultResponse<'profile'>> {
    return [...(await profileFiles(this.ports.reader, sources, signal, dialects))];
  }

  /**
   * Replaces what was loaded; when it fails or is cancelled the former extract stays. Loads follow each other, because
   * they share the engine: one that was cancelled ends before the next begins.
   */
  async load(
    request: VaultRequest<'load'>,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Understanding> {
    const before = this.lastLoad;
    const load = before.then(async () => this.loadNow(request, signal, onProgress));
    this.lastLoad = load.catch(() => undefined);
    return load;
  }

  private async loadNow(
    { sources, mappings, timeZone, zones, noRegisterReason }: VaultRequest<'load'>,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Understanding> {
    signal.throwIfAborted();
    const { engine, reader, newKey } = this.ports;
    const extract = await loadExtract({
      engine,
      reader,
      sources,
      mappings,
      timeZone,
      noRegisterReason,
      key: newKey(),
      signal,
      onProgress,
    });
    const counter = new Counter(extract);
    const understanding = understandingOf(extract, counter, zones);
    signal.throwIfAborted();
    this.loaded = { extract, counter };
    return understanding;
  }

  zones({ zones }: { readonly zones: ZoneSource }): VaultResponse<'zones'> {
    return this.need()
      .counter.place(zones)
      .shapes.map(({ zoneId, name, polygons }) => ({
        zoneId,
        name,
        polygons: polygons.map((rings) =>
          rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
        ),
      }));
  }

  view(request: VaultRequest<'view'>): VaultResponse<'view'> {
    const started = this.ports.now();
    const { extract, counter } = this.need();
    const counted = counter.count(request.recipe);
    const whole = request.brush ? counter.countWhole(request.recipe) : counted;
    const view = viewOf(extract, counted, request, whole);
    return { ...view, workMilliseconds: this.ports.now() - started };
  }

  candidate({ recipe }: VaultRequest<'candidate'>): VaultResponse<'candidate'> {
    const { extract, counter } = this.need();
    const understanding = understandingOf(extract, counter, recipe.zones);
    return candidateOf(recipe, understanding, counter.count(recipe));
  }

  private need(): NonNullable<typeof this.loaded> {
    if (!this.loaded) throw new Refusal('nothing-loaded', 'No extract is loaded yet: open one first.');
    return this.loaded;
  }
}
