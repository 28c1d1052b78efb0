import { decisionNeeds } from '../state/decide-needs.ts';
import { missingFor } from '../state/reach.ts';
import { showFirstGap } from './show-first-gap.ts';
import type { DeskState } from '../state/desk-state.ts';
import type { Action } from './action.ts';

/**
 * What is prepared waits for a decision; of any other bundle one can be made, but the next thing is another bundle. While one is being opened
 * none is begun: what was said to the bundle before would be gone with it.
 */
export function inspectActions(state: DeskState): readonly Action[] {
  if (state.bundle === undefined) return [];
  const blocked = state.bundleOpening ? 'inspect.opening' : undefined;
  const open: Action = {
    text: 'inspect.openOther',
    plain: partOffersNext(state),
    blocked,
    run: (now) => void now.chooseBundle(),
  };
  if (missingFor('decide', state) !== undefined) return [open];
  const decide: Action = {
    text: 'frame.action.decide',
    plain: partOffersNext(state),
    blocked,
    run: (now) => now.go('decide'),
  };
  return state.bundle.outcome === 'prepared' ? [open, decide] : [decide, open];
}

/** Whether the part of the bundle that is shown waits to be begun: attacks to be tried, an earlier bundle to be chosen. */
function partOffersNext({
  bundle,
  bundlePart,
  bundleAttacks,
  bundleAttacking,
  earlierBundle,
}: DeskState): boolean {
  if (bundle?.handle === undefined) return false;
  if (bundlePart === 'attacks') return bundleAttacks === undefined && bundleAttacking.kind === 'none';
  return bundlePart === 'compare' && earlierBundle === undefined;
}

/** Signing the decision, or back to the bundle once it was made. */
export function decideActions(state: DeskState): readonly Action[] {
  const back: Action = {
    text: 'frame.action.backToInspect',
    blocked: undefined,
    run: (now) => now.go('inspect'),
  };
  if (state.decided !== undefined) return [back];
  const needs = state.deciding ? ['frame.sealing'] : decisionNeeds(state);
  const place = state.keyPlace === 'elsewhere' ? 'elsewhere' : (state.decision ?? 'nothing');
  return [
    back,
    {
      text: `decide.action.${place}`,
      blocked: needs[0],
      missing: needs.length,
      run: (now) => void now.decide(),
      whenBlocked: (now) => {
        now.noteDecideAttempt();
        showFirstGap();
      },
    },
  ];
}
