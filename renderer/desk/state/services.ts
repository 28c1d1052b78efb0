import type { Request, Settings } from '../../../shared/ipc/contract.ts';
import type { Terms } from '../../../shared/recipe/recipe.ts';
import type { MainClient } from '../bridge/main-client.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { EngineChoice } from '../../../shared/policy/engine-choice.ts';

/** Words to start from: the title of any release, and for the demo all that is mandatory. */
export interface FirstWords {
  readonly title: string;
  readonly demoTitle: string;
  readonly demoTerms: Terms;
}

export interface OpenedVault {
  readonly client: DeskVault;
  readonly engine: EngineChoice;
}

/** What the slices reach the rest of the application through; tests hand in their own. */
export interface Services {
  readonly main: MainClient;
  /** Starts a fresh vault, and gives its client and what reads files in it; the one before is destroyed. */
  readonly openVault: (question: Request<'review.open'>) => Promise<OpenedVault>;
  /** Zone of the machine's clock, as a first proposal. */
  readonly timeZone: string;
  /** The local date, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Seconds since 1970 UTC by the clock of this machine. */
  readonly now: () => number;
  /** What a release says about itself before anybody wrote anything. */
  readonly firstWords: (language: Settings['language']) => FirstWords;
}
