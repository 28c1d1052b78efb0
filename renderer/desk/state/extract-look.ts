import { failureOf } from './failure-of.ts';
import { completeSources } from './mapping-edits.ts';
import { noMapping } from './mapping-slice.ts';
import { reviewQuestion, vaultKind } from './review-question.ts';
import { takeOver } from './take-over-looks.ts';
import { noView } from './view-slice.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

const idle = { kind: 'idle' } as const;

export interface Look {
  /**
   * The vault of the open review. Starts a review when none is open, and another one when the chosen files or the policy ask for another kind of
   * vault; what was read is gone then.
   */
  readonly review: () => Promise<DeskVault>;
  /** Has the vault look at all files; only the newest look counts, and one it overtakes is called off. */
  readonly look: () => Promise<void>;
}

export function createLook(desk: Desk, open: OpenVault): Look {
  const { get, set } = desk;
  const review = createReview(desk, open);
  let newest = new AbortController();

  /** Where no look comes about the vault has to be told which files are gone; one that has ended remembers none. */
  function forgetOthers(): void {
    const { sources, dialects } = get();
    open.client?.call('forgetOthers', { sources, dialects }).catch(() => undefined);
  }

  return {
    review,
    async look() {
      newest.abort();
      const mine = new AbortController();
      newest = mine;
      const sources = completeSources(get().sources);
      set({ extractFailure: undefined });
      if (sources === undefined) {
        forgetOthers();
        return set({ profiles: {}, mappings: {}, refused: {}, reading: idle, ...noMapping });
      }
      set({ reading: { kind: 'profiling' } });
      const listed = get().loadKeptMappings();
      try {
        const vault = await review();
        const found = await vault.call(
          'profile',
          { sources, dialects: get().dialects },
          { signal: mine.signal },
        );
        await listed;
        if (mine === newest) await get().offerMapping(takeOver(desk, sources, found));
      } catch (thrown) {
        if (mine === newest) forgetOthers();
        if (mine === newest && get().reading.kind === 'profiling')
          set({ reading: idle, extractFailure: failureOf(thrown) });
      }
    },
  };
}

/** What gives the vault of the open review, and opens a review where none is open that fits. */
function createReview({ get, set, services }: Desk, open: OpenVault): Look['review'] {
  let opening: Promise<void> | undefined;

  async function openVault(): Promise<void> {
    const question = reviewQuestion(get());
    const kind = vaultKind(question);
    leave();
    const { client, engine } = await services.openVault(question);
    Object.assign(open, { client, kind });
    set({ engine });
  }

  /** What another vault held is gone with it. */
  function leave(): void {
    if (open.client === undefined) return;
    open.client.close();
    open.client = undefined;
    set({ ...noView, understanding: undefined, openSource: undefined, engine: undefined });
  }

  return async () => {
    for (;;) {
      const fits = open.kind === vaultKind(reviewQuestion(get()));
      if (opening === undefined && open.client !== undefined && fits) return open.client;
      opening ??= openVault().finally(() => {
        opening = undefined;
      });
      await opening;
    }
  };
}
