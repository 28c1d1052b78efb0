import { sizeOf, type FileKind, type Sources } from '../../../shared/extract/source.ts';
import { layoutsAfter, newlyFound } from './first-layouts.ts';
import { keptMapping } from './kept-mapping.ts';
import { keptReading } from './put-back.ts';
import type { MappedKind } from '../../../shared/extract/mapping-profile.ts';
import type { FileProfile, Mapping } from '../../../shared/extract/profile.ts';
import type { FirstLooks } from '../../../shared/ipc/first-looks.ts';
import type { ByKind, Desk, DeskState, RefusedSource } from './desk-state.ts';

/** Takes over what was found of these files, and which were refused; tells which were not there before. */
export function takeOver(
  { get, set }: Desk,
  sources: Sources,
  { profiles: found, refused }: FirstLooks,
): readonly MappedKind[] {
  const before = get();
  const shown = [...found, ...refused.flatMap(({ kind }) => shownBefore(before, kind))];
  const profiles: ByKind<FileProfile> = Object.fromEntries(shown.map((profile) => [profile.kind, profile]));
  set({
    profiles,
    mappings: { ...pickMappings(before, shown), ...mappingsOf(before, found) },
    refused: refusedSources(sources, refused),
    reading: { kind: 'idle' },
  });
  set(layoutsAfter(before, shown));
  return newlyFound(before, profiles);
}

function mappingsOf(before: DeskState, found: readonly FileProfile[]): ByKind<Mapping> {
  const mappings = found.map((profile) => {
    const { kind } = profile;
    const known = before.profiles[kind] === undefined ? keptReading(before.continuing, profile) : undefined;
    return [kind, known ?? keptMapping(profile, before.profiles[kind], before.mappings[kind])] as const;
  });
  return Object.fromEntries(mappings);
}

function refusedSources(sources: Sources, refused: FirstLooks['refused']): ByKind<RefusedSource> {
  return Object.fromEntries(
    refused.flatMap(({ kind, failure }) => {
      const source = sources[kind];
      return source === undefined ? [] : [[kind, { source, failure }] as const];
    }),
  );
}

/** A file that can be read, but not as it was said to be written, is shown as it was, so that this can be taken back. */
function shownBefore({ sources, dialects, profiles }: DeskState, kind: FileKind): readonly FileProfile[] {
  const [source, profile] = [sources[kind], profiles[kind]];
  if (dialects[kind] === undefined || source === undefined || profile === undefined) return [];
  const isSame =
    source.kind !== 'demo' && profile.name === source.name && profile.sizeBytes === sizeOf(source);
  return isSame ? [profile] : [];
}

function pickMappings({ mappings }: DeskState, shown: readonly FileProfile[]): ByKind<Mapping> {
  return Object.fromEntries(
    shown.flatMap(({ kind }) => {
      const mapping = mappings[kind];
      return mapping === undefined ? [] : [[kind, mapping] as const];
    }),
  );
}
