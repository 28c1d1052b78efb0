import {
  fittingMapping,
  isNamed,
  layoutOf,
  mappedKinds,
  sameLayout,
  type MappedFile,
  type MappedKind,
  type MappingProfile,
} from '../../../shared/extract/mapping-profile.ts';
import { countsFrom1970 } from '../../../shared/extract/time-format.ts';
import type { FileProfile, Mapping } from '../../../shared/extract/profile.ts';
import type { KeptMappingProfile } from '../../../shared/ipc/kept-mapping-profile.ts';
import type { ByKind, ExtractSlice } from './desk-state.ts';
import type { MappingSlice } from './mapping-state.ts';

type Profiles = ByKind<FileProfile>;

/** Which of the files a kept mapping fits. */
export function kindsThatFit({ profile }: KeptMappingProfile, profiles: Profiles): readonly MappedKind[] {
  return mappedKinds.filter((kind) => {
    const [kept, file] = [profile.files[kind], profiles[kind]];
    return kept !== undefined && file !== undefined && fittingMapping(kept, file) !== undefined;
  });
}

/** Kept mappings that fit at least one of the files. */
export function mappingsThatFit(
  kept: readonly KeptMappingProfile[],
  profiles: Profiles,
): readonly KeptMappingProfile[] {
  return kept.filter((one) => kindsThatFit(one, profiles).length > 0);
}

/** The one mapping to use unasked: columns without names could be anything, and two that fit are a choice. */
export function mappingByItself(
  kept: readonly KeptMappingProfile[],
  profiles: Profiles,
): KeptMappingProfile | undefined {
  const named: Profiles = Object.fromEntries(
    Object.entries(profiles).filter(([, profile]) => isNamed(layoutOf(profile))),
  );
  const [only, ...others] = mappingsThatFit(kept, named);
  return others.length === 0 ? only : undefined;
}

/** How files would be read by a kept mapping. */
export function readBy(kept: KeptMappingProfile, profiles: Profiles): ByKind<Mapping> {
  const read = kindsThatFit(kept, profiles).flatMap((kind) => {
    const [file, profile] = [kept.profile.files[kind], profiles[kind]];
    const mapping = file && profile && fittingMapping(file, profile);
    return mapping === undefined ? [] : [[kind, mapping] as const];
  });
  return Object.fromEntries(read);
}

type Looked = Pick<ExtractSlice, 'profiles' | 'mappings' | 'timeZone'> & Pick<MappingSlice, 'firstLayouts'>;

/** What is kept of how files are read: layouts and meanings, no value, no name of a file. */
export function profileOfMappings(
  { profiles, mappings, timeZone, firstLayouts }: Looked,
  name: string,
): MappingProfile {
  const files = mappedKinds.flatMap((kind) => {
    const [profile, mapping] = [profiles[kind], mappings[kind]];
    if (profile === undefined || mapping === undefined) return [];
    const now = layoutOf(profile);
    const first = firstLayouts[kind];
    const isCorrected =
      first !== undefined && (!sameLayout(first, now) || first.dialect.encoding !== now.dialect.encoding);
    const file: MappedFile = { layouts: isCorrected ? [first, now] : [now], mapping };
    return [[kind, file] as const];
  });
  const local = mappedKinds.some((kind) => isLocal(mappings[kind]));
  return {
    format: 'freigabe.mapping',
    version: 1,
    name,
    ...(local ? { timeZone } : {}),
    files: Object.fromEntries(files),
  };
}

function isLocal(mapping: Mapping | undefined): boolean {
  if (mapping === undefined || !mapping.roles.includes('time')) return false;
  return !mapping.hasOffset && !countsFrom1970(mapping.timeFormat ?? 'iso');
}
