import type { DeskState } from './desk-state.ts';

/** Name of the file that was read; `undefined` for the demo, which is named in the language shown. */
export function extractName(state: DeskState): string | undefined {
  return state.openSource?.kind === 'demo' ? undefined : state.understanding?.name;
}
