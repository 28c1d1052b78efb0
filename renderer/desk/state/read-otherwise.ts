import type { DeskState } from './desk-state.ts';

type Read = Pick<DeskState, 'understanding' | 'readAs' | 'mappings' | 'timeZone' | 'sources' | 'openSource'>;

/** Whether columns or the time zone were given another meaning since the open extract was read, so that it must be read again to count. */
export function isReadOtherwise(state: Read): boolean {
  const { understanding, readAs, mappings, timeZone, sources, openSource } = state;
  if (understanding === undefined || readAs === undefined || sources.events !== openSource) return false;
  if (openSource?.kind === 'demo') return false;
  if (readAs.timeZone !== timeZone) return true;
  return readAs.mappings !== mappings && JSON.stringify(readAs.mappings) !== JSON.stringify(mappings);
}
