import { failureOf } from './failure-of.ts';
import { kindsThatFit, mappingByItself, profileOfMappings, readBy } from './mapping-profiles.ts';
import type { Dialect, FileProfile, Mapping } from '../../../shared/extract/profile.ts';
import type { MappedKind } from '../../../shared/extract/mapping-profile.ts';
import type { KeptMappingProfile } from '../../../shared/ipc/kept-mapping-profile.ts';
import type { ByKind, Desk } from './desk-state.ts';
import type { MappingSlice } from './mapping-state.ts';

/** What goes with the files: which mapping they are read by. */
export const noMapping = {
  appliedMapping: undefined,
  mappingTold: undefined,
  mappingFailure: undefined,
  firstLayouts: {},
} as const satisfies Partial<MappingSlice>;

/** Mappings kept on this workstation, by whose layout files are read. */
export function createMappingSlice(desk: Desk): MappingSlice {
  const { get, set, services } = desk;

  async function reload(): Promise<void> {
    const { kept, setAside } = await services.main.call('mapping.list', {});
    set({ keptMappings: kept, mappingsSetAside: setAside });
  }

  return {
    ...noMapping,
    keptMappings: [],
    mappingsSetAside: [],
    loadKeptMappings: () => reload().catch((thrown: unknown) => set({ mappingFailure: failureOf(thrown) })),
    async offerMapping(kinds) {
      const { profiles, keptMappings } = get();
      const looked: ByKind<FileProfile> = Object.fromEntries(
        kinds.flatMap((kind) => (profiles[kind] === undefined ? [] : [[kind, profiles[kind]]])),
      );
      const kept = mappingByItself(keptMappings, looked);
      if (kept !== undefined) await apply(desk, kept, kindsThatFit(kept, looked), true);
    },
    async applyMapping(id) {
      const kept = get().keptMappings.find((one) => one.id === id);
      if (kept !== undefined) await apply(desk, kept, kindsThatFit(kept, get().profiles), false);
    },
    async undoMapping() {
      const applied = get().appliedMapping;
      if (applied === undefined) return;
      const { mappings, dialects, timeZone } = applied.before;
      const now = get();
      const restored = pick(mappings, applied.kinds);
      set({ appliedMapping: undefined, timeZone, dialects: { ...dialects } });
      if (needsLook(now.mappings, restored)) await now.lookAgain();
      set({ mappings: { ...get().mappings, ...restored } });
    },
    ...createKeeping(desk, reload),
  };
}

type Keeping = Pick<
  MappingSlice,
  'keepMapping' | 'renameMapping' | 'discardMapping' | 'exportMapping' | 'importMapping'
>;

/** What becomes of mappings on disk, one change after another, so that each knows the one before; what goes wrong is told and changes nothing. */
function createKeeping({ get, set, services }: Desk, reload: () => Promise<void>): Keeping {
  let former: Promise<void> = Promise.resolve();

  function tried(work: () => Promise<void>): Promise<void> {
    former = after(former, work);
    return former;
  }

  async function after(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before;
    set({ mappingFailure: undefined, mappingTold: undefined });
    try {
      await work();
    } catch (thrown) {
      set({ mappingFailure: failureOf(thrown) });
    }
  }

  return {
    keepMapping: (name) =>
      tried(async () => {
        const profile = profileOfMappings(get(), name.trim());
        const same = get().keptMappings.find((one) => one.profile.name === profile.name);
        await services.main.call('mapping.save', { ...(same && { id: same.id }), profile });
        await reload();
        set({ mappingTold: { kind: 'kept', name: profile.name } });
      }),
    renameMapping: (id, name) =>
      tried(async () => {
        const kept = get().keptMappings.find((one) => one.id === id);
        if (kept === undefined) return;
        await services.main.call('mapping.save', { id, profile: { ...kept.profile, name: name.trim() } });
        await reload();
      }),
    discardMapping: (id) =>
      tried(async () => {
        await services.main.call('mapping.discard', { id });
        await reload();
      }),
    exportMapping: (id) =>
      tried(async () => {
        const written = await services.main.call('mapping.export', { id });
        if (written !== undefined) set({ mappingTold: { kind: 'exported', name: written.name } });
      }),
    importMapping: () =>
      tried(async () => {
        const taken = await services.main.call('mapping.import', {});
        if (taken === undefined) return;
        await reload();
        set({ mappingTold: { kind: 'imported', name: taken.profile.name } });
      }),
  };
}

async function apply(
  { get, set }: Desk,
  kept: KeptMappingProfile,
  kinds: readonly MappedKind[],
  byItself: boolean,
): Promise<void> {
  if (kinds.length === 0) return;
  const { mappings, dialects, timeZone, profiles, appliedMapping } = get();
  const read = pick(readBy(kept, profiles), kinds);
  const before = appliedMapping?.before ?? { mappings, dialects, timeZone };
  const { id, profile } = kept;
  set({
    appliedMapping: { id, name: profile.name, kinds, byItself, before },
    timeZone: profile.timeZone ?? timeZone,
  });
  if (needsLook(mappings, read)) {
    const changed: ByKind<Dialect> = Object.fromEntries(
      Object.entries(read).map(([kind, mapping]) => [kind, mapping.dialect]),
    );
    set({ dialects: { ...dialects, ...changed } });
    await get().lookAgain();
  }
  set({ mappings: { ...get().mappings, ...read } });
}

/** Whether files are parted in another way than they were looked at. */
function needsLook(now: ByKind<Mapping>, then: ByKind<Mapping>): boolean {
  return Object.entries(then).some(([kind, { dialect }]) => {
    const looked = now[kind as MappedKind]?.dialect;
    return (
      looked?.delimiter !== dialect.delimiter ||
      looked.header !== dialect.header ||
      looked.encoding !== dialect.encoding
    );
  });
}

function pick<T>(all: ByKind<T>, kinds: readonly MappedKind[]): ByKind<T> {
  return Object.fromEntries(kinds.flatMap((kind) => (all[kind] === undefined ? [] : [[kind, all[kind]]])));
}
