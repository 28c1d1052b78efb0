import { layoutOf, mappedKinds, type MappedKind } from '../../../shared/extract/mapping-profile.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { ByKind, DeskState } from './desk-state.ts';
import { isSameFile } from './kept-mapping.ts';
import { keptReading } from './put-back.ts';

/** Files that were not there before, of which nothing is known by work that is continued; the demo needs no mapping. */
export function newlyFound(before: DeskState, profiles: ByKind<FileProfile>): readonly MappedKind[] {
  return mappedKinds.filter((kind) => {
    const profile = profiles[kind];
    const isKnown = profile === undefined || keptReading(before.continuing, profile) !== undefined;
    return !isKnown && !isSameFile(before.profiles[kind], profile) && before.sources[kind]?.kind !== 'demo';
  });
}

/**
 * Layouts as first looks found them, and the mapping that is applied, after another look: a dialect that was corrected is no first look, and a mapping
 * of files that are gone is not applied any more.
 */
export function layoutsAfter(
  { firstLayouts, profiles, appliedMapping }: DeskState,
  found: readonly FileProfile[],
): Pick<DeskState, 'firstLayouts' | 'appliedMapping'> {
  const layouts = found.map((profile) => {
    const { kind } = profile;
    const before = profiles[kind];
    const isFirst = before?.name !== profile.name || before.sizeBytes !== profile.sizeBytes;
    return [kind, isFirst ? layoutOf(profile) : (firstLayouts[kind] ?? layoutOf(profile))] as const;
  });
  const isThere = mappedKinds.some(
    (kind) =>
      appliedMapping?.kinds.includes(kind) === true &&
      found.some((profile) => profile.kind === kind && isStill(profiles[kind], profile)),
  );
  return {
    firstLayouts: Object.fromEntries(layouts),
    appliedMapping: isThere ? appliedMapping : undefined,
  };
}

function isStill(before: FileProfile | undefined, now: FileProfile): boolean {
  return before !== undefined && (isSameFile(before, now) || before.name === now.name);
}
