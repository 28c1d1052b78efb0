import { failureOf } from './failure-of.ts';
import { completeSources } from './mapping-edits.ts';
import { keptMapping } from './kept-mapping.ts';
import { layoutsAfter, newlyFound } from './first-layouts.ts';
import { noMapping } from './mapping-slice.ts';
import type { MappedKind } from '../../../shared/extract/mapping-profile.ts';
import { keptReading } from './put-back.ts';
import { reviewQuestion, vaultKind } from './review-question.ts';
import { noView } from './view-slice.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { DeskVault } from '../bridge/desk-vault.ts';
import type { ByKind, Desk } from './desk-state.ts';
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
  const { get, set, services } = desk;
  let newest = new AbortController();
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

  async function review(): Promise<DeskVault> {
    for (;;) {
      const fits = open.kind === vaultKind(reviewQuestion(get()));
      if (opening === undefined && open.client !== undefined && fits) return open.client;
      opening ??= openVault().finally(() => {
        opening = undefined;
      });
      await opening;
    }
  }

  return {
    review,
    async look() {
      newest.abort();
      const mine = new AbortController();
      newest = mine;
      const sources = completeSources(get().sources);
      set({ extractFailure: undefined });
      if (sources === undefined) return set({ profiles: {}, mappings: {}, reading: idle, ...noMapping });
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
        if (mine === newest) await get().offerMapping(keep(desk, found));
      } catch (thrown) {
        if (mine === newest && get().reading.kind === 'profiling')
          set({ reading: idle, extractFailure: failureOf(thrown) });
      }
    },
  };
}

/** Takes over what was found; tells which files were not there before. */
function keep({ get, set }: Desk, found: readonly FileProfile[]): readonly MappedKind[] {
  const before = get();
  const profiles: ByKind<FileProfile> = Object.fromEntries(found.map((profile) => [profile.kind, profile]));
  const mappings = found.map((profile) => {
    const { kind } = profile;
    const known = before.profiles[kind] === undefined ? keptReading(before.continuing, profile) : undefined;
    return [kind, known ?? keptMapping(profile, before.profiles[kind], before.mappings[kind])] as const;
  });
  set({ profiles, mappings: Object.fromEntries(mappings), reading: idle });
  set(layoutsAfter(before, found));
  return newlyFound(before, profiles);
}
