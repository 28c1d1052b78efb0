import type { MappingProfile } from '../../../shared/extract/mapping-profile.ts';
import type { KeptMappingProfile, KeptMappingProfiles } from '../../../shared/ipc/kept-mapping-profile.ts';

/** Where mappings are kept for the next extract of the same layout. */
export interface MappingStore {
  /** Everything that is kept, by name. Never fails: what cannot be read is set aside under another name, and named. */
  readonly list: () => Promise<KeptMappingProfiles>;
  /** Keeps a mapping under `id`, or under a new one. Refuses a name another one has (`mapping-name-taken`), and as files do. */
  readonly save: (profile: MappingProfile, id?: string) => Promise<KeptMappingProfile>;
  readonly discard: (id: string) => Promise<void>;
}
