import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import type { KeptWork, Work } from '../../../shared/ipc/kept-work.ts';
import { someWork } from '../../support/some-work.ts';
import { eventsProfile, looks, understanding } from './fake-services.ts';
import type { MainAnswers } from './fake-services.ts';
import { newDesk, readDesk, source } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

interface Main {
  readonly answers: MainAnswers;
  readonly saved: { readonly id: string | undefined; readonly work: Work }[];
  readonly discarded: string[];
}

const idOf = (n: number): string => `${n}`.padStart(32, '0');
const keptAs = (id: string, work: Work): KeptWork => ({
  version: 1,
  id,
  changedAt: '2026-05-20T10:00:00Z',
  work,
});

function mainWith(...kept: KeptWork[]): Main {
  const saved: Main['saved'] = [];
  const discarded: string[] = [];
  let names = 0;
  return {
    saved,
    discarded,
    answers: {
      'app.start': () => ({
        version: '1',
        settings: { language: 'en', theme: 'system' },
        opening: { kind: 'nothing' },
        drafts: { kept, setAside: [] },
      }),
      'draft.save': ({ id, work }) => {
        saved.push({ id, work });
        return keptAs(id ?? idOf(++names), work);
      },
      'draft.discard': ({ id }) => {
        discarded.push(id);
        return {};
      },
      'review.close': () => ({ wipedAt: '2026-05-20T10:00:00Z' }),
    },
  };
}

const tick = (milliseconds = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

/** Starts, takes up the one piece of work that is kept, and opens the file it belongs to. */
async function continued(main: Main, id: string): Promise<OpenDesk> {
  const desk = newDesk(main.answers);
  const state = desk.store.getState;
  void state().start();
  await tick();
  void state().continueDraft(id);
  void state().addSources({ events: source });
  await tick();
  desk.next().answer(looks(eventsProfile));
  await tick();
  void state().load();
  await tick();
  desk.next().answer(understanding);
  await tick();
  return desk;
}

const read = async (main: Main): Promise<OpenDesk> => {
  const opening = readDesk(main.answers);
  await tick(10);
  return opening;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work in progress', () => {
  it('is kept within a second of a change, and not before somebody decided anything', async () => {
    const main = mainWith();
    const desk = await read(main);
    await tick(2000);
    expect(main.saved).toEqual([]);
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    desk.store.getState().changeRecipe({ minimumPersons: 50 });
    await tick(1000);
    expect(main.saved).toHaveLength(1);
    const [{ work } = { work: someWork }] = main.saved;
    expect(work.present.recipe.minimumPersons).toBe(50);
    expect(work.before.map(({ recipe }) => recipe.minimumPersons)).toEqual([30, 40]);
    expect(work.extract).toEqual({
      kind: 'files',
      files: [{ kind: 'events', name: source.name, sizeBytes: source.sizeBytes }],
    });
    expect(JSON.stringify(work)).not.toContain(source.token);
    desk.store.getState().setComment('Looked at every district.');
    await tick(1000);
    expect(main.saved.map(({ id }) => id)).toEqual([undefined, idOf(1)]);
  });

  it('is written even when the review is closed right after the change', async () => {
    const main = mainWith();
    const desk = await read(main);
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    void desk.store.getState().closeReview();
    await tick(1000);
    expect(main.saved.map(({ work }) => work.present.recipe.minimumPersons)).toEqual([40]);
    expect(desk.store.getState()).toMatchObject({ draftId: undefined, sources: {} });
    expect(desk.store.getState().keptDrafts.map(({ id }) => id)).toEqual([idOf(1)]);
  });

  it('comes back over the extract that was opened again, with undo, and goes on under its name', async () => {
    const main = mainWith(keptAs(idOf(9), someWork));
    const desk = await continued(main, idOf(9));
    const state = desk.store.getState;
    expect(state().draft.present.recipe).toEqual({
      ...someWork.present.recipe,
      releaseDate: '2026-05-20',
      timeZone: 'Europe/Berlin',
      period: { from: '2026-05-04', to: '2026-05-10' },
    });
    expect(state()).toMatchObject({ continuing: undefined, organisation: 'Beispielnetz GmbH' });
    expect(state().draft.present.policy.id).toBe(someWork.present.policy.id);
    state().undo();
    expect(state().draft.present.recipe.minimumPersons).toBe(30);
    await tick(1000);
    expect(new Set(main.saved.map(({ id }) => id))).toEqual(new Set([idOf(9)]));
    expect(main.saved.at(-1)?.work.after).toHaveLength(1);
  });

  it('brings back how a file is read, if it is the same file', async () => {
    const roles = ['person', 'time', 'longitude', 'latitude'] as const;
    const { dialect, hasOffset } = eventsProfile;
    const events = { dialect: { ...dialect, delimiter: ';' as const }, hasOffset, roles: [...roles] };
    const same = await continued(mainWith(keptAs(idOf(9), { ...someWork, mappings: { events } })), idOf(9));
    expect(same.store.getState().mappings.events?.roles).toEqual(roles);
    const files = [{ kind: 'events' as const, name: 'events.csv', sizeBytes: 101 }];
    const other = { ...someWork, mappings: { events }, extract: { kind: 'files' as const, files } };
    const desk = newDesk(mainWith(keptAs(idOf(9), other)).answers);
    void desk.store.getState().start();
    await tick();
    void desk.store.getState().continueDraft(idOf(9));
    void desk.store.getState().addSources({ events: source });
    await tick();
    expect(desk.next().request).toMatchObject({ dialects: {} });
  });

  it('asks the vault to look at a corrected file as it was corrected', async () => {
    const { dialect, hasOffset, columns } = eventsProfile;
    const events = {
      dialect: { ...dialect, delimiter: ';' as const },
      hasOffset,
      roles: columns.map(({ role }) => role),
    };
    const desk = newDesk(mainWith(keptAs(idOf(9), { ...someWork, mappings: { events } })).answers);
    void desk.store.getState().start();
    await tick();
    void desk.store.getState().continueDraft(idOf(9));
    void desk.store.getState().addSources({ events: source });
    await tick();
    expect(desk.next().request).toMatchObject({ dialects: { events: { delimiter: ';' } } });
  });

  it('ticks nothing again, and waits without overwriting what is kept', async () => {
    const main = mainWith(keptAs(idOf(9), someWork));
    const desk = newDesk(main.answers);
    void desk.store.getState().start();
    await tick();
    void desk.store.getState().continueDraft(idOf(9));
    await tick(2000);
    expect(main.saved).toEqual([]);
    expect(desk.store.getState()).toMatchObject({ confirmed: [], signAttempted: false });
    desk.store.getState().stopContinuing();
    expect(desk.store.getState().keptDrafts).toHaveLength(1);
  });

  it('is kept no longer once its release is exported or it is discarded', async () => {
    const main = mainWith(keptAs(idOf(9), someWork));
    const desk = await continued(main, idOf(9));
    await tick(1000);
    const receipt = { digest: 'a'.repeat(64) } as never;
    desk.store.setState({ receipt });
    await tick(1000);
    expect(main.discarded).toEqual([idOf(9)]);
    expect(desk.store.getState()).toMatchObject({ keptDrafts: [], draftId: undefined });
    const writes = main.saved.length;
    await tick(2000);
    expect(main.saved).toHaveLength(writes);
  });

  it('belongs to one event file: another one is other work', async () => {
    const main = mainWith();
    const desk = await read(main);
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    await tick(1000);
    void desk.store.getState().addSources({ events: { ...source, name: 'june.csv' } });
    await tick();
    desk.asked.length = 0;
    desk.store.getState().setNoRegisterReason('applied upstream');
    await tick(1000);
    expect(main.saved.map(({ id }) => id)).toEqual([undefined, undefined]);
    expect(main.saved[1]?.work.before).toEqual([]);
    expect(desk.store.getState().keptDrafts).toHaveLength(2);
  });

  it('says when it could not be kept, and tries again with the next change', async () => {
    const main = mainWith();
    let full = true;
    const answers: MainAnswers = {
      ...main.answers,
      'draft.save': (request) => {
        if (full) throw new Refusal('disk-full', 'There is no room.');
        return keptAs(idOf(1), request.work);
      },
    };
    const desk = await read({ ...main, answers });
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    await tick(1000);
    expect(desk.store.getState().draftFailure?.code).toBe('disk-full');
    full = false;
    desk.store.getState().changeRecipe({ minimumPersons: 41 });
    await tick(1000);
    expect(desk.store.getState()).toMatchObject({ draftFailure: undefined, draftId: idOf(1) });
  });
});
