import { FileKind } from '../../../shared/extract/source.ts';
import type { DeskState } from './desk-state.ts';

type Read = Pick<DeskState, 'understanding' | 'readAs' | 'mappings' | 'timeZone' | 'sources' | 'openSource'>;

/** Whether files beside that of the events were added, replaced or removed, or columns or the time zone given another meaning, since the open extract was read, so that it must be read again to count. */
export function isReadOtherwise(state: Read): boolean {
  const { understanding, readAs, mappings, timeZone, sources, openSource } = state;
  if (understanding === undefined || readAs === undefined || sources.events !== openSource) return false;
  if (openSource?.kind === 'demo') return false;
  if (readAs.timeZone !== timeZone || !areSame(readAs.sources, sources)) return true;
  return readAs.mappings !== mappings && JSON.stringify(readAs.mappings) !== JSON.stringify(mappings);
}

const areSame = (read: DeskState['sources'], chosen: DeskState['sources']): boolean =>
  FileKind.options.every((kind) => read[kind] === chosen[kind]);
