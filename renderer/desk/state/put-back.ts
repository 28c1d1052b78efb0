import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { recipeFromFile } from './recipe-from-file.ts';
import type { Dialect, FileProfile, Mapping } from '../../../shared/extract/profile.ts';
import { sizeOf, type Source } from '../../../shared/extract/source.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { KeptStep, KeptWork } from '../../../shared/ipc/kept-work.ts';
import type { ByKind } from './desk-state.ts';
import type { Draft } from './differences.ts';
import type { History } from './history.ts';
import type { LeftFromFile } from './recipe-from-file.ts';
import type { Kept } from './protection-state.ts';

export interface PutBack {
  readonly draft: History<Draft>;
  /** What was kept and does not fit the extract that was opened. */
  readonly left: readonly LeftFromFile[];
}

/** Kept steps over the draft a fresh extract starts with. What the extract does not have stays as the extract wants it. */
export function putBack({ work }: KeptWork, fresh: Draft, extract: Understanding): PutBack {
  const fit = (kept: Kept): Kept => {
    const { recipe } = recipeFromFile(kept.recipe, fresh.recipe, extract);
    const releaseDate = kept.recipe.releaseDate || fresh.recipe.releaseDate;
    return { preset: kept.preset, policy: fitting(kept, fresh), recipe: { ...recipe, releaseDate } };
  };
  const step = (each: KeptStep): Draft => ({ ...fit(each), ...(each.kept && { kept: fit(each.kept) }) });
  const present = step(work.present);
  const { left } = recipeFromFile(work.present.recipe, fresh.recipe, extract);
  const [past, future] = [work.before.map(step), work.after.map(step)];
  return { draft: { past, settled: present, present, future }, left };
}

/** The policy of the demo belongs to the demo alone, and the demo has no other to begin with. */
function fitting({ policy }: Kept, fresh: Draft): Draft['policy'] {
  if (policy.demo === fresh.policy.demo) return policy;
  return policy.demo ? builtInPolicies.default : fresh.policy;
}

/** How the officer said these files are written, for files of the same name and size. */
export function keptDialects(kept: KeptWork | undefined, added: ByKind<Source>): ByKind<Dialect> {
  const known = Object.entries(added).flatMap(([kind, source]) => {
    const { name } = source.kind === 'demo' ? { name: '' } : source;
    const mapping = mappingOf(kept, { kind, name, sizeBytes: sizeOf(source) });
    return mapping === undefined ? [] : [[kind, mapping.dialect] as const];
  });
  return Object.fromEntries(known);
}

/** The reading that was kept for this very file, if it has as many columns as it had. */
export function keptReading(kept: KeptWork | undefined, profile: FileProfile): Mapping | undefined {
  const mapping = mappingOf(kept, profile);
  return mapping?.roles.length === profile.columns.length ? mapping : undefined;
}

function mappingOf(
  kept: KeptWork | undefined,
  file: { readonly kind: string; readonly name: string; readonly sizeBytes: number },
): Mapping | undefined {
  if (kept === undefined || kept.work.extract.kind !== 'files') return undefined;
  const same = kept.work.extract.files.find(
    ({ kind, name, sizeBytes }) => kind === file.kind && name === file.name && sizeBytes === file.sizeBytes,
  );
  const mappings: ByKind<Mapping | undefined> = kept.work.mappings;
  return same && mappings[same.kind];
}
