import { acceptOffer } from '../../../shared/extract/accept-offer.ts';
import { withReadingOfColumns } from '../../../shared/extract/reading-of-columns.ts';
import { demoPresets } from '../../../shared/demo/settings.ts';
import { createDrop } from './drop-files.ts';
import { createLoad } from './extract-load.ts';
import { createLook } from './extract-look.ts';
import { failureOf } from './failure-of.ts';
import { createLookUpOpening } from './look-up-opening.ts';
import { withRole, withTimeFormat } from './mapping-edits.ts';
import { noMapping } from './mapping-slice.ts';
import { keptDialects } from './put-back.ts';
import { createKeepToPolicy } from './keep-to-policy.ts';
import { noView } from './view-slice.ts';
import { isReading, whileChoosing, whileReading } from './while-reading.ts';
import type { Mapping } from '../../../shared/extract/profile.ts';
import type { Source } from '../../../shared/extract/source.ts';
import type { ByKind, Desk, ExtractSlice } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';

const demoSource = { kind: 'demo', ...demoPresets.town } as const satisfies Source;
const demoSources: ByKind<Source> = {
  events: demoSource,
  cells: demoSource,
  persons: demoSource,
  objections: demoSource,
  zones: demoSource,
  places: demoSource,
};
const named = (source: Source) => (source.kind === 'demo' ? { name: 'Demo' } : source);
const coarseGrid = { kind: 'h3', resolution: 8 } as const;
const idle = { kind: 'idle' } as const;

const noExtract = {
  sources: {},
  refused: {},
  profiles: {},
  mappings: {},
  dialects: {},
  noRegisterReason: '',
  reading: idle,
  extractFailure: undefined,
  understanding: undefined,
  engine: undefined,
  openSource: undefined,
  readAs: undefined,
  leftAside: [],
  extractZones: coarseGrid,
} as const satisfies Partial<ExtractSlice>;

/** Files, their reading, and what the vault made of them. */
export function createExtractSlice(desk: Desk, open: OpenVault): ExtractSlice {
  const { get, set, services } = desk;
  const looking = createLook(desk, open);
  const loading = createLoad(desk, open, looking.review);

  async function addFrom(kind: keyof ByKind<Source>, ask: () => Promise<Source | undefined>): Promise<void> {
    if (get().reading.kind !== 'idle') return;
    try {
      const source = await whileChoosing(desk, async () => {
        await looking.review();
        return ask();
      });
      if (source !== undefined) await get().addSources({ [kind]: source });
    } catch (thrown) {
      set({ extractFailure: failureOf(thrown) });
    }
  }

  return {
    ...noExtract,
    timeZone: services.timeZone,
    wipedAt: undefined,
    rejectsAfterWipe: { deleted: [], left: [] },
    lookAgain: looking.look,
    chooseFile(kind, folder = false) {
      set({ leftAside: [] });
      return addFrom(kind, () => services.main.call('files.choose', { kind, folder }));
    },
    noteLeftAside: (leftAside) => set({ leftAside }),
    async addSources(added) {
      if (isReading(get().reading))
        return set({ extractFailure: whileReading(Object.values(added).map(named)) });
      const kept = get().sources.events?.kind === 'demo' ? {} : get().sources;
      const dialects = { ...without(get().dialects, added), ...keptDialects(get().continuing, added) };
      set({ sources: { ...kept, ...added }, dialects, wipedAt: undefined });
      if (added.zones !== undefined) set({ extractZones: { kind: 'polygons' } });
      await looking.look();
    },
    async removeFile(kind) {
      const { [kind]: _, ...sources } = get().sources;
      set({ sources, dialects: without(get().dialects, { [kind]: true }) });
      if (kind === 'zones') set({ extractZones: coarseGrid });
      await looking.look();
    },
    async openDemo() {
      if (isReading(get().reading)) return set({ extractFailure: whileReading([named(demoSource)]) });
      set({ ...noExtract, sources: demoSources, extractZones: { kind: 'polygons' }, wipedAt: undefined });
      set({ timeZone: 'Europe/Berlin' });
      await looking.look();
      if (get().extractFailure !== undefined) return;
      await get().load();
      if (get().understanding !== undefined) get().go('tune');
    },
    ...createEdits(desk, looking.look),
    ...loading,
    ...createDrop(desk, looking.review),
    ...createLookUpOpening(desk),
    ...createKeepToPolicy(desk, open, looking.look),
    ...createEnding(desk, open),
  };
}

/** The end of a review, asked for or not. */
function createEnding(
  { get, set, services }: Desk,
  open: OpenVault,
): Pick<ExtractSlice, 'closeReview' | 'vaultGone'> {
  return {
    async closeReview(deleteRejects = false) {
      if (get().reading.kind === 'closing') return;
      set({ reading: { kind: 'closing' } });
      try {
        const { wipedAt, ...rejects } = await services.main.call('review.close', { deleteRejects });
        const { rejectsDeleted: deleted = [], rejectsLeft: left = [] } = rejects;
        open.client?.close();
        open.client = undefined;
        set({ ...noExtract, ...noView, basemap: undefined, receipt: undefined, sealGates: [], wipedAt });
        set({ step: 'extract', refusedStep: undefined, timeZone: services.timeZone });
        set({ ...noMapping, rejectsWritten: [], rejectsAfterWipe: { deleted, left } });
      } catch (thrown) {
        set({ reading: idle, extractFailure: failureOf(thrown) });
      }
    },
    vaultGone(reason) {
      open.client?.close();
      open.client = undefined;
      const failure = { code: 'vault-ended', message: `The vault ended: ${reason}.`, detail: { reason } };
      set({ ...noView, reading: idle, understanding: undefined, engine: undefined });
      set({ extractFailure: failure, step: 'extract' });
    },
  };
}

type Edits = Pick<
  ExtractSlice,
  | 'setRole'
  | 'setDialect'
  | 'setTimeFormat'
  | 'setHasOffset'
  | 'takeOffer'
  | 'setTimeZone'
  | 'setExtractZones'
  | 'setNoRegisterReason'
>;

const without = <T>(all: ByKind<T>, gone: ByKind<unknown>): ByKind<T> =>
  Object.fromEntries(Object.entries(all).filter(([kind]) => !(kind in gone)));

function createEdits({ get, set }: Desk, look: () => Promise<void>): Edits {
  const editMapping = (kind: keyof ByKind<Mapping>, edit: (mapping: Mapping) => Mapping) => {
    const mapping = get().mappings[kind];
    if (mapping !== undefined) set({ mappings: { ...get().mappings, [kind]: edit(mapping) } });
  };

  return {
    setRole: (kind, column, role) =>
      editMapping(kind, (mapping) =>
        withReadingOfColumns(withRole(mapping, column, role), get().profiles[kind]),
      ),
    async setDialect(kind, change) {
      const mapping = get().mappings[kind];
      if (mapping === undefined) return;
      const dialect = { ...mapping.dialect, ...change };
      editMapping(kind, () => ({ ...mapping, dialect }));
      set({ dialects: { ...get().dialects, [kind]: dialect } });
      await look();
    },
    setTimeFormat: (kind, timeFormat) =>
      editMapping(kind, (mapping) => withTimeFormat(mapping, timeFormat, get().profiles[kind])),
    setHasOffset: (kind, hasOffset) => editMapping(kind, (mapping) => ({ ...mapping, hasOffset })),
    takeOffer: (kind, finding) => editMapping(kind, (mapping) => acceptOffer(mapping, finding)),
    setTimeZone: (timeZone) => set({ timeZone }),
    setExtractZones: (extractZones) => set({ extractZones }),
    setNoRegisterReason: (noRegisterReason) => set({ noRegisterReason }),
  };
}
