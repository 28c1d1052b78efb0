import type { DeskState, Step } from './desk-state.ts';

/** Whether the recipe can be changed at a step; where it cannot, neither can a change of it be taken back. */
export function changesRecipe(step: Step): boolean {
  return step !== 'export' && step !== 'inspect';
}

/** Why a step cannot be reached yet, as the key of a sentence; `undefined` when it can. */
export function missingFor(step: Step, state: DeskState): string | undefined {
  if (step === 'tune' || step === 'attacks' || step === 'approve') {
    if (state.understanding === undefined) return 'frame.needs.extract';
    if (state.understanding.rowsKept === 0) return 'frame.needs.events';
  }
  if (step === 'export' && state.receipt === undefined) return 'frame.needs.release';
  return undefined;
}
