import { heardProgress } from './heard-progress.ts';
import { failureOf } from './failure-of.ts';
import { protectionKey } from './protection-key.ts';
import type { Failure } from '../../../shared/base/failure.ts';
import type { CallOptions } from '../../../shared/ipc/vault-client.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Desk } from './desk-state.ts';
import type { Draft } from './differences.ts';
import type { OpenVault } from './open-vault.ts';
import type { Work, WorkRun } from './work.ts';

const justBegun: WorkRun = { attack: undefined, done: undefined, secondsLeft: undefined };

/** One kind of long call, and what becomes of what it says. */
export interface Wish<T> {
  readonly show: (work: Work) => void;
  readonly ask: (vault: DeskVault, draft: Draft, options: CallOptions) => Promise<T>;
  readonly take: (answer: T) => void;
  readonly wrong: (failure: Failure) => void;
}

export interface RecipeWork {
  /** Begins unless one is under way; called off, it ends without a word. */
  readonly start: <T>(wish: Wish<T>) => Promise<void>;
  readonly callOff: () => void;
  /**
   * Ends what was begun on another recipe or extract than the one that is shown; what it still says is not heard. Returns whether
   * another is shown than when this was asked last.
   */
  readonly overtaken: () => boolean;
}

interface Running {
  readonly mark: string;
  readonly reading: unknown;
  readonly abort: AbortController;
  readonly show: (work: Work) => void;
  work: Work;
}

/** Long calls of the vault that run when somebody asks for them, one at a time. */
export function createRecipeWork({ get, services }: Desk, open: OpenVault): RecipeWork {
  let running: Running | undefined;
  let shown: readonly [key: string | undefined, reading: unknown] = [undefined, undefined];

  const tell = (own: Running, work: Work): void => {
    own.work = work;
    own.show(work);
  };

  const listener = (own: Running): ReturnType<typeof heardProgress> =>
    heardProgress(
      services.now,
      () => running === own && own.work.kind === 'running',
      (run) => tell(own, { kind: 'running', ...run }),
    );

  return {
    async start({ show, ask, take, wrong }) {
      const { client } = open;
      const { understanding, draft } = get();
      if (client === undefined || understanding === undefined || running !== undefined) return;
      const [mark, abort] = [protectionKey(draft.present), new AbortController()];
      const own: Running = { mark, reading: understanding, abort, show, work: { kind: 'none' } };
      running = own;
      tell(own, { kind: 'running', ...justBegun });
      try {
        const answer = await ask(client, draft.present, { signal: abort.signal, onProgress: listener(own) });
        if (running !== own) return;
        take(answer);
      } catch (thrown) {
        if (running !== own) return;
        const failure = failureOf(thrown);
        if (failure.code !== 'cancelled') wrong(failure);
      }
      running = undefined;
      show({ kind: 'none' });
    },
    callOff() {
      if (running === undefined || running.work.kind !== 'running') return;
      tell(running, { ...running.work, kind: 'cancelling' });
      running.abort.abort();
    },
    overtaken() {
      const { understanding, draft } = get();
      const key = protectionKey(draft.present);
      const isAnother = key !== shown[0] || understanding !== shown[1];
      shown = [key, understanding];
      if (running === undefined || (running.reading === understanding && running.mark === key))
        return isAnother;
      const { abort, show } = running;
      running = undefined;
      abort.abort();
      show({ kind: 'none' });
      return isAnother;
    },
  };
}
