import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSolver } from '../../electron/cli/vault/start-solver.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import type { FileProfile, Mappings } from '../../shared/extract/profile.ts';
import type { FileKind, FilePart, Source, Sources } from '../../shared/extract/source.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { VaultRequest } from '../../shared/ipc/vault-contract.ts';
import { builtInPolicies, type Policy } from '../../shared/policy/policy.ts';
import type { Recipe, ZoneSource } from '../../shared/recipe/recipe.ts';
import type { LoadProgress } from '../../shared/workflow/loading/load-order.ts';
import { allProfiles, suggestedMappings } from '../../shared/workflow/profile-files.ts';
import type { ReviewPorts } from '../../shared/workflow/review-ports.ts';
import { Review } from '../../shared/workflow/review.ts';

/** Several files of one kind, by name. */
export interface NamedParts {
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
}

/** What a kind of file holds, as text or bytes, or as several files. */
export type Content = string | Uint8Array | NamedParts;

/** Files of an extract by kind. */
export type Files = Partial<Record<FileKind, Content>> & { readonly events: Content };

/** How files are loaded; what is left out is guessed or has a default. */
export interface LoadOptions {
  readonly timeZone?: string;
  readonly zones?: ZoneSource;
  readonly mappings?: (suggested: Mappings) => Mappings;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** A review on temporary files, by the reader and engine of the command line. */
export interface OpenReview {
  readonly review: Review;
  /** Writes files and tells their sources and paths. */
  readonly put: (files: Files) => { readonly sources: Sources; readonly pathOf: (kind: FileKind) => string };
  /** The profiles of all files, as the command line asks for them: none may be refused. */
  readonly profiles: (
    request: VaultRequest<'profile'>,
    signal?: AbortSignal,
  ) => Promise<readonly FileProfile[]>;
  readonly loadSources: (sources: Sources, options?: LoadOptions) => Promise<Understanding>;
  readonly load: (files: Files, options?: LoadOptions) => Promise<Understanding>;
  /** The candidate of a recipe under a policy. */
  readonly candidate: (recipe: Recipe, policy?: Policy) => Promise<Candidate>;
  readonly close: () => void;
}

/** Opens a review on an engine, with other ports than these where given. `close` removes its files. */
export function openReview(engine: Engine, others: Partial<ReviewPorts> = {}): OpenReview {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-test-'));
  const paths = new Map<string, string>();
  const review = new Review({
    engine,
    reader: sourceReader(paths),
    solver: startSolver,
    random: { take: (count) => randomBytes(count) },
    breathe: async () => Promise.resolve(),
    newKey: () => '00112233445566778899aabbccddeeff',
    now: () => performance.now(),
    ...others,
  });
  const put: OpenReview['put'] = (files) => {
    const own = new Map<FileKind, string>();
    const sources: Partial<Record<FileKind, Source>> = {};
    const write = (kind: FileKind, name: string, content: string | Uint8Array): FilePart => {
      const token = randomBytes(16).toString('hex');
      const bytes = Buffer.from(content);
      const path = join(folder, token);
      writeFileSync(path, bytes);
      paths.set(token, path);
      own.set(kind, path);
      return { token, name, sizeBytes: bytes.length };
    };
    for (const [kind, content] of Object.entries(files) as [FileKind, Content][])
      sources[kind] =
        typeof content === 'object' && 'parts' in content
          ? {
              kind: 'parts',
              name: kind,
              parts: Object.entries(content.parts).map(([name, text]) => write(kind, name, text)),
            }
          : { kind: 'file', ...write(kind, `${kind}.csv`, content) };
    return { sources: sources as Sources, pathOf: (kind) => own.get(kind) ?? '' };
  };
  const profiles: OpenReview['profiles'] = async (request, signal = new AbortController().signal) =>
    allProfiles(await review.profile(request, signal));
  const loadSources: OpenReview['loadSources'] = async (sources, options = {}) => {
    const signal = options.signal ?? new AbortController().signal;
    const suggested = suggestedMappings(await profiles({ sources }, signal));
    return review.load(
      {
        sources,
        mappings: options.mappings?.(suggested) ?? suggested,
        timeZone: options.timeZone ?? 'UTC',
        zones: options.zones ?? { kind: 'h3', resolution: 6 },
        noRegisterReason: 'test',
      },
      { signal, onProgress: (progress) => 'bytes' in progress && options.onProgress?.(progress) },
    );
  };
  return {
    review,
    put,
    profiles,
    loadSources,
    load: (files, options) => loadSources(put(files).sources, options),
    candidate: async (recipe, policy = builtInPolicies.default) =>
      review.candidate(
        { recipe, policy },
        { signal: new AbortController().signal, onProgress: () => undefined },
      ),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
