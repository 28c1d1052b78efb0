import { createDeskStore } from '../../../renderer/desk/state/store.ts';
import { eventsProfile, fakeServices, looks, settled, understanding, viewFor } from './fake-services.ts';
import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { DeskStore } from '../../../renderer/desk/state/store.ts';
import type { Asked, Fake, MainAnswers } from './fake-services.ts';

export interface OpenDesk extends Fake {
  readonly store: DeskStore;
  /** Takes the oldest call that was not answered yet. */
  readonly next: () => Asked;
  readonly answerView: () => Promise<void>;
}

export const source = { kind: 'file', token: 'a'.repeat(32), name: 'events.csv', sizeBytes: 100 } as const;

/** A desk with services that wait; nothing is read yet. */
export function newDesk(answers: MainAnswers = {}): OpenDesk {
  const fake = fakeServices(answers);
  const store = createDeskStore(fake.services);
  const next = () => {
    const call = fake.asked.shift();
    if (call === undefined) throw new Error('the vault was not asked');
    return call;
  };
  return {
    ...fake,
    store,
    next,
    async answerView() {
      const call = next();
      if (call.name === 'zones') call.answer([]);
      else call.answer(viewFor(call.request as ViewRequest));
      await settled();
    },
  };
}

/** A desk that has read its extract and shows the first view. */
export async function readDesk(answers: MainAnswers = {}): Promise<OpenDesk> {
  const desk = newDesk(answers);
  void desk.store.getState().addSources({ events: source });
  await settled();
  desk.next().answer(looks(eventsProfile));
  await settled();
  void desk.store.getState().load();
  await settled();
  desk.next().answer(understanding);
  await settled();
  await desk.answerView();
  await desk.answerView();
  return desk;
}

/** Answers the newest view that was asked for and forgets what else waits. */
export async function answerLast(desk: OpenDesk): Promise<void> {
  const call = desk.asked.findLast(({ name }) => name === 'view');
  if (call === undefined) throw new Error('no view was asked for');
  desk.asked.length = 0;
  call.answer(viewFor(call.request as ViewRequest));
  await settled();
}
