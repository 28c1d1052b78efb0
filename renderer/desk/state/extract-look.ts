import { failureOf } from './failure-of.ts';
import { completeSources, proposedMapping } from './mapping-edits.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { VaultClient } from '../bridge/vault-client.ts';
import type { ByKind, Desk } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

const idle = { kind: 'idle' } as const;

export interface Look {
  /** The vault of the open review; starts a review when none is open. */
  review(): Promise<VaultClient>;
  /** Has the vault look at all files; only the newest look counts. */
  look(): Promise<void>;
}

export function createLook({ get, set, services }: Desk, open: OpenVault): Look {
  let newest = 0;
  let opening: Promise<VaultClient> | undefined;

  async function review(): Promise<VaultClient> {
    if (open.client !== undefined) return open.client;
    opening ??= services.openVault();
    try {
      open.client = await opening;
      return open.client;
    } finally {
      opening = undefined;
    }
  }

  function keep(found: readonly FileProfile[]): void {
    const before = get();
    const profiles: ByKind<FileProfile> = Object.fromEntries(found.map((profile) => [profile.kind, profile]));
    const mappings = found.map((profile) => {
      const unchanged = JSON.stringify(before.profiles[profile.kind]) === JSON.stringify(profile);
      const edited = unchanged ? before.mappings[profile.kind] : undefined;
      return [profile.kind, edited ?? proposedMapping(profile)] as const;
    });
    set({ profiles, mappings: Object.fromEntries(mappings), reading: idle });
  }

  return {
    review,
    async look() {
      const mine = ++newest;
      const sources = completeSources(get().sources);
      set({ extractFailure: undefined });
      if (sources === undefined) return set({ profiles: {}, mappings: {}, reading: idle });
      set({ reading: { kind: 'profiling' } });
      try {
        const vault = await review();
        const found = await vault.call('profile', { sources });
        if (mine === newest) keep(found);
      } catch (thrown) {
        if (mine === newest) set({ reading: idle, extractFailure: failureOf(thrown) });
      }
    },
  };
}
