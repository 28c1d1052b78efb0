import { FileKind, sizeOf } from '../../../shared/extract/source.ts';
import { keptSteps } from '../../../shared/ipc/kept-work.ts';
import { startHistory } from './history.ts';
import { proposedMapping } from './mapping-edits.ts';
import type { Mapping } from '../../../shared/extract/profile.ts';
import type { KeptFile, KeptStep, Work } from '../../../shared/ipc/kept-work.ts';
import type { DeskState } from './desk-state.ts';
import type { Draft } from './differences.ts';

const mapped = ['events', 'cells', 'persons', 'objections'] as const;

/** What is worth keeping of the desk as it stands; nothing where nobody decided anything, or no extract is chosen. */
export function workOf(state: DeskState): Work | undefined {
  const extract = extractOf(state);
  if (extract === undefined || !isWorth(state)) return undefined;
  const { past, settled, future } = isUnderstood(state) ? state.draft : startHistory(state.draft.settled);
  const { timeZone, extractZones: zones, noRegisterReason, organisation, comment } = state;
  const mappings = mapped.flatMap((kind) => {
    const mapping = state.mappings[kind];
    return mapping === undefined ? [] : [[kind, mapping] as const];
  });
  return {
    extract,
    mappings: Object.fromEntries<Mapping>(mappings),
    timeZone,
    zones,
    noRegisterReason,
    before: past.slice(-keptSteps).map(stepOf),
    present: stepOf(settled),
    after: future.slice(0, keptSteps).map(stepOf),
    organisation,
    comment,
  };
}

/** The chosen files by name and size, or the demo's settings. */
function extractOf({ sources }: DeskState): Work['extract'] | undefined {
  const { events } = sources;
  if (events === undefined) return undefined;
  if (events.kind === 'demo') return events;
  const files = FileKind.options.flatMap((kind): readonly KeptFile[] => {
    const source = sources[kind];
    if (source === undefined || source.kind === 'demo') return [];
    return [{ kind, name: source.name, sizeBytes: sizeOf(source) }];
  });
  return { kind: 'files', files };
}

/** Whether the chosen event file is the one that was read; what undo reaches belongs to it. */
export function isUnderstood({ understanding, sources, openSource }: DeskState): boolean {
  return understanding !== undefined && sources.events === openSource;
}

function isWorth(state: DeskState): boolean {
  const { draft, organisation, comment, noRegisterReason } = state;
  if (noRegisterReason.trim() !== '' || isCorrected(state)) return true;
  if (!isUnderstood(state)) return false;
  return draft.past.length + draft.future.length > 0 || `${organisation}${comment}`.trim() !== '';
}

/** Whether somebody set by hand how a file is read. */
function isCorrected({ profiles, mappings }: DeskState): boolean {
  return mapped.some((kind) => {
    const [profile, mapping] = [profiles[kind], mappings[kind]];
    if (profile === undefined || mapping === undefined) return false;
    return JSON.stringify(proposedMapping(profile)) !== JSON.stringify(mapping);
  });
}

function stepOf({ recipe, policy, preset, kept }: Draft): KeptStep {
  return { recipe, policy, preset, ...(kept && { kept }) };
}
