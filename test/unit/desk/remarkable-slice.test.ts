import { describe, expect, it } from 'vitest';
import type { ExtractFindings } from '../../../shared/ipc/extract-findings.ts';
import { settled } from './fake-services.ts';
import { readDesk } from './open-desk.ts';

const found: ExtractFindings = {
  minimumPersons: 30,
  gaps: [],
  gapsFound: 0,
  gapHours: 0,
  eventsPerPerson: [{ from: 1, persons: 40 }],
  cells: { latitude: new Int32Array(), longitude: new Int32Array(), flags: new Uint8Array() },
  hasReference: true,
  changesFound: 0,
};

describe('what is remarkable about an extract', () => {
  it('is asked for once, with the minimum of the recipe, and again with another', async () => {
    const desk = await readDesk();
    desk.asked.length = 0;
    const { minimumPersons } = desk.store.getState().draft.present.recipe;
    void desk.store.getState().findRemarkable();
    void desk.store.getState().findRemarkable();
    await settled();
    const call = desk.next();
    expect([call.name, call.request, desk.asked.length]).toEqual(['extractFindings', { minimumPersons }, 0]);
    call.answer(found);
    await settled();
    expect(desk.store.getState().extractFindings).toEqual(found);
    desk.store.getState().changeRecipe({ minimumPersons: minimumPersons + 1 });
    desk.asked.length = 0;
    void desk.store.getState().findRemarkable();
    await settled();
    expect(desk.next().request).toEqual({ minimumPersons: minimumPersons + 1 });
    expect(desk.store.getState().extractFindings).toBeUndefined();
  });
});

describe('rejected lines', () => {
  it('are written where main is told, remembered by name, and named when the review is closed', async () => {
    const written = { name: 'events.csv.rejects.csv', listed: 3, more: 0 };
    const closed: unknown[] = [];
    const desk = await readDesk({
      'rejects.save': () => written,
      'review.close': (request) => {
        closed.push(request);
        return { wipedAt: '2026-05-20T12:00:00Z', rejectsDeleted: [], rejectsLeft: [written.name] };
      },
    });
    await desk.store.getState().writeRejects();
    await desk.store.getState().writeRejects();
    expect(desk.store.getState().rejectsWritten).toEqual([written]);
    await desk.store.getState().closeReview();
    expect(closed).toEqual([{ deleteRejects: false }]);
    expect(desk.store.getState()).toMatchObject({
      rejectsWritten: [],
      rejectsAfterWipe: { deleted: [], left: [written.name] },
    });
  });

  it('stay unwritten where the dialog was closed, and say why where they could not be', async () => {
    const desk = await readDesk({ 'rejects.save': () => undefined });
    await desk.store.getState().writeRejects();
    expect(desk.store.getState()).toMatchObject({ rejectsWritten: [], rejectsFailure: undefined });
    const failing = await readDesk();
    await failing.store.getState().writeRejects();
    expect(failing.store.getState().rejectsFailure).toBeDefined();
  });
});
