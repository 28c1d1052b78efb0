import { useTranslation } from 'react-i18next';
import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { attackMissing, untriedAttacks } from '../state/attack-reports.ts';
import { signingNeeds } from '../state/early-gates.ts';
import { mappingNeeds } from '../state/mapping-edits.ts';
import { isReadOtherwise } from '../state/read-otherwise.ts';
import { missingFor } from '../state/reach.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { decideActions, inspectActions } from './bundle-actions.ts';
import { showFirstGap } from './show-first-gap.ts';
import type { DeskState } from '../state/desk-state.ts';
import type { Action } from './action.ts';

function readAction(state: DeskState): Action | undefined {
  if (Object.keys(state.sources).length === 0) return undefined;
  const [need] = mappingNeeds(state);
  const busy = busyWith[state.reading.kind];
  return { text: 'frame.action.read', blocked: busy ?? need, run: (now) => void now.load() };
}

const busyWith: Readonly<Record<DeskState['reading']['kind'], string | undefined>> = {
  idle: undefined,
  choosing: 'extract.choosing',
  profiling: 'extract.profiling',
  loading: 'frame.busy',
  cancelling: 'frame.busy',
  closing: 'extract.closingReview',
};

function extractActions(state: DeskState): readonly Action[] {
  const read = readAction(state);
  if (state.understanding === undefined) return read === undefined ? [] : [read];
  const tune: Action = {
    text: 'frame.action.tune',
    blocked: missingFor('tune', state),
    run: (now) => now.go('tune'),
  };
  if (read === undefined) return [tune];
  const again = { ...read, text: 'frame.action.readAgain' };
  return isReadOtherwise(state) ? [tune, again] : [again, tune];
}

function attackActions(state: DeskState): readonly Action[] {
  const review: Action = {
    text: 'frame.action.review',
    blocked: undefined,
    run: (now) => now.go('approve'),
  };
  const untried = untriedAttacks(state);
  if (untried.length === 0 && state.attacking.kind === 'none') return [review];
  const run: Action = {
    text: untried.length === attackNames.length ? 'attacks.run.all' : 'attacks.run.rest',
    blocked: attackMissing(state),
    run: (now) => void now.runAttacks(),
  };
  return [review, run];
}

function actionsOf(state: DeskState): readonly Action[] {
  switch (state.step) {
    case 'extract':
      return extractActions(state);
    case 'tune':
      return [{ text: 'frame.action.attacks', blocked: undefined, run: (now) => now.go('attacks') }];
    case 'attacks':
      return attackActions(state);
    case 'approve':
      return [approveAction(state)];
    case 'export':
      return [{ text: 'frame.action.backToTune', blocked: undefined, run: (now) => now.go('tune') }];
    case 'inspect':
      return inspectActions(state);
    case 'decide':
      return decideActions(state);
  }
}

function approveAction(state: DeskState): Action {
  const elsewhere = state.preparerPlace === 'elsewhere' && !state.draft.present.policy.demo;
  const needs = state.sealing ? ['frame.sealing'] : signingNeeds(state);
  return {
    text: elsewhere ? 'frame.action.signElsewhere' : 'frame.action.sign',
    blocked: needs[0],
    missing: needs.length,
    run: (now) => void (elsewhere ? now.sealElsewhere() : now.seal()),
    whenBlocked: (now) => {
      now.noteSignAttempt();
      showFirstGap();
    },
  };
}

/** The way on from here; the last button is the one to press. */
export function PrimaryAction() {
  const { t } = useTranslation();
  const state = useDesk((all) => all);
  const actions = actionsOf(state);
  return (
    <div className="footer-actions">
      <Reason action={actions.at(-1)} />
      {actions.map((action, i) => (
        <Button
          key={action.text}
          look={i === actions.length - 1 && action.plain !== true ? 'primary' : 'plain'}
          blocked={action.blocked === undefined ? undefined : t(action.blocked)}
          onPress={() => action.run(state)}
          onBlocked={() => action.whenBlocked?.(state)}
        >
          {t(action.text)}
        </Button>
      ))}
    </div>
  );
}

/** Why the way on is closed, beside its button. The button itself says the same to a screen reader. */
function Reason({ action }: { readonly action: Action | undefined }) {
  const { t } = useTranslation();
  if (action?.blocked === undefined) return null;
  const { blocked, missing = 1 } = action;
  return (
    <p className="footer-reason" aria-hidden="true">
      {t(blocked)} {missing > 1 && <span className="quiet">{t('frame.firstOf', { count: missing })}</span>}
    </p>
  );
}
