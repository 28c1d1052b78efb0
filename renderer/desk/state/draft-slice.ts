import { sizeOf } from '../../../shared/extract/source.ts';
import { failureOf } from './failure-of.ts';
import { keptReading } from './put-back.ts';
import { isUnderstood, workOf } from './work-of.ts';
import type { KeptWork, Work } from '../../../shared/ipc/kept-work.ts';
import type { DraftSlice } from './draft-state.ts';
import type { Desk, DeskState } from './desk-state.ts';

/** How long changes are gathered before they are written. */
const gatherMilliseconds = 300;

/** Keeps work in progress with main, and takes it up again. */
export function createDraftSlice(desk: Desk): DraftSlice {
  const { get, set, services } = desk;
  return {
    keptDrafts: [],
    draftsSetAside: [],
    continuing: undefined,
    draftId: undefined,
    draftFailure: undefined,
    async continueDraft(id) {
      const kept = get().keptDrafts.find((one) => one.id === id);
      if (kept === undefined) return;
      const { organisation, comment, noRegisterReason, timeZone, zones, extract } = kept.work;
      set({ continuing: kept, organisation, comment });
      if (extract.kind === 'demo') return get().openDemo();
      set({ noRegisterReason, timeZone, extractZones: zones, mappings: withKeptReading(kept, get()) });
    },
    stopContinuing: () => set({ continuing: undefined }),
    async discardDraft(id) {
      try {
        await services.main.call('draft.discard', { id });
        set(without(id, get()));
      } catch (thrown) {
        set({ draftFailure: failureOf(thrown) });
      }
    },
    ...createKeeping(desk),
  };
}

/** Files that were looked at already are read as they were, too. */
function withKeptReading(kept: KeptWork, { profiles, mappings }: DeskState): DeskState['mappings'] {
  const back = Object.values(profiles).flatMap((profile) => {
    const mapping = keptReading(kept, profile);
    return mapping === undefined ? [] : [[profile.kind, mapping] as const];
  });
  return { ...mappings, ...Object.fromEntries(back) };
}

/** Work on one extract, and the name it is kept under once it is. */
interface Session {
  readonly events: string;
  id: string | undefined;
}

type Keeping = Pick<DraftSlice, 'adoptDraft' | 'keepDraft' | 'draftReleased'>;

/** One write at a time; what changes meanwhile is written after it. */
function createKeeping({ get, set, services }: Desk): Keeping {
  let session: Session = { events: '', id: undefined };
  let wanted: { readonly work: Work; readonly session: Session } | undefined;
  let saved: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    timer = undefined;
    if (wanted === undefined) return;
    const { work, session: own } = wanted;
    const request = { work, ...(own.id !== undefined && { id: own.id }) };
    wanted = undefined;
    try {
      const kept = await services.main.call('draft.save', request);
      own.id = kept.id;
      set({
        ...withKept(kept, get()),
        ...(own === session && { draftId: kept.id }),
        draftFailure: undefined,
      });
    } catch (thrown) {
      saved = undefined;
      set({ draftFailure: failureOf(thrown) });
    }
  }

  /** Another event file is other work. */
  function follow(): void {
    const events = eventsOf(get());
    if (session.events === events) return;
    session = { events, id: undefined };
    saved = undefined;
    if (get().draftId !== undefined) set({ draftId: undefined });
  }

  return {
    adoptDraft(id) {
      session = { events: eventsOf(get()), id };
      set({ draftId: id });
    },
    keepDraft() {
      if (get().continuing !== undefined) return;
      follow();
      const work = workOf(get());
      if (work === undefined || (session.id !== undefined && !isUnderstood(get()))) return;
      const text = JSON.stringify(work);
      if (text === saved) return;
      saved = text;
      wanted = { work, session };
      timer ??= setTimeout(() => {
        writing = writing.then(write);
      }, gatherMilliseconds);
    },
    async draftReleased() {
      clearTimeout(timer);
      [timer, wanted] = [undefined, undefined];
      await writing;
      const { id } = session;
      session.id = undefined;
      if (id !== undefined) await get().discardDraft(id);
    },
  };
}

function eventsOf({ sources: { events } }: Pick<DeskState, 'sources'>): string {
  if (events === undefined || events.kind === 'demo') return events?.kind ?? '';
  return JSON.stringify([events.name, sizeOf(events)]);
}

type Listed = Pick<DraftSlice, 'keptDrafts' | 'draftId' | 'continuing'>;

function without(id: string, { keptDrafts, draftId, continuing }: Listed): Listed {
  return {
    keptDrafts: keptDrafts.filter((one) => one.id !== id),
    draftId: draftId === id ? undefined : draftId,
    continuing: continuing?.id === id ? undefined : continuing,
  };
}

function withKept(kept: KeptWork, { keptDrafts }: Listed): Pick<Listed, 'keptDrafts'> {
  return { keptDrafts: [kept, ...keptDrafts.filter((one) => one.id !== kept.id)] };
}
