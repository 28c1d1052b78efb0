import type { DeskState } from '../state/desk-state.ts';

/** A thing to do next. */
export interface Action {
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
