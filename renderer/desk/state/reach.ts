import type { DeskState, Step } from './desk-state.ts';

/** Whether the recipe can be changed at a step; where it cannot, neither can a change of it be taken back. */
export function changesRecipe(step: Step): boolean {
  return step !== 'export' && step !== 'inspect' && step !== 'decide';
}

/** Why a step cannot be reached yet, as the key of a sentence; `undefined` when it can. */
export function missingFor(step: Step, state: DeskState): string | undefined {
  if (step === 'tune' || step === 'attacks' || step === 'approve') return missingOfExtract(state);
  if (step === 'export' && state.receipt === undefined) return 'frame.needs.release';
  if (step === 'decide' && state.bundle?.contents === undefined) return 'frame.needs.bundle';
  return undefined;
}

function missingOfExtract({ understanding }: DeskState): string | undefined {
  if (understanding === undefined) return 'frame.needs.extract';
  return understanding.rowsKept === 0 ? 'frame.needs.events' : undefined;
}
