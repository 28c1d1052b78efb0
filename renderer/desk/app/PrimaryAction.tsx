import { useTranslation } from 'react-i18next';
import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { attackMissing, untriedAttacks } from '../state/attack-reports.ts';
import { signingNeeds } from '../state/early-gates.ts';
import { decisionNeeds } from '../state/decide-needs.ts';
import { mappingNeeds } from '../state/mapping-edits.ts';
import { isReadOtherwise } from '../state/read-otherwise.ts';
import { missingFor } from '../state/reach.ts';
import { useDesk } from '../state/use-desk.ts';
import { Button } from '../ui/Button.tsx';
import { showFirstGap } from './show-first-gap.ts';
import type { DeskState } from '../state/desk-state.ts';

interface Action {
  readonly text: string;
  /** The next thing to do is offered where it is shown, so that no button here is the main one. */
  readonly plain?: boolean;
  /** Key of the sentence that says what is missing. */
  readonly blocked: string | undefined;
  /** How many things are missing, where it can be more than the one that is named. */
  readonly missing?: number;
  readonly run: (state: DeskState) => void;
  /** What pressing it does while it is blocked. */
  readonly whenBlocked?: (state: DeskState) => void;
}

function readAction(state: DeskState): Action | undefined {
  if (Object.keys(state.sources).length === 0) return undefined;
  const [need] = mappingNeeds(state);
  const busy = busyWith(state.reading.kind);
  return { text: 'frame.action.read', blocked: busy ?? need, run: (now) => void now.load() };
}

function busyWith(reading: DeskState['reading']['kind']): string | undefined {
  if (reading === 'idle') return undefined;
  return reading === 'choosing' || reading === 'profiling' ? `extract.${reading}` : 'frame.busy';
}

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

/** What is prepared waits for a decision; of any other bundle one can be made, but the next thing is another bundle. */
function inspectActions(state: DeskState): readonly Action[] {
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
    blocked: undefined,
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

function decideActions(state: DeskState): readonly Action[] {
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
