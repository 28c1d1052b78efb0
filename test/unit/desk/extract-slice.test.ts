import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { eventsProfile, settled } from './fake-services.ts';
import { newDesk, readDesk, source } from './open-desk.ts';

describe('the extract', () => {
  it('opens one vault, looks at the files and proposes a reading', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer([eventsProfile]);
    await settled();
    expect(desk.vaults()).toBe(1);
    expect(desk.store.getState().mappings.events?.roles).toEqual(['person', 'time', 'latitude', 'longitude']);
  });

  it('does not let a late look overwrite a newer one', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    const late = desk.next();
    void desk.store.getState().addSources({ events: { ...source, name: 'newer.csv' } });
    await settled();
    desk.next().answer([{ ...eventsProfile, name: 'newer.csv' }]);
    await settled();
    late.answer([eventsProfile]);
    await settled();
    expect(desk.store.getState().profiles.events?.name).toBe('newer.csv');
  });

  it('keeps files and corrections when reading is cancelled or fails', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer([eventsProfile]);
    await settled();
    desk.store.getState().setTimeFormat('events', 'dayFirst');
    void desk.store.getState().load();
    await settled();
    const load = desk.next();
    load.options.onProgress?.({ stage: 'events', bytes: 5, totalBytes: 10, rows: 1 });
    expect(desk.store.getState().reading).toMatchObject({ kind: 'loading', progress: { bytes: 5 } });
    desk.store.getState().cancelLoad();
    expect(load.options.signal?.aborted).toBe(true);
    load.fail(new Refusal('cancelled', 'Called off.'));
    await settled();
    const { reading, sources, mappings, extractFailure } = desk.store.getState();
    expect(reading.kind).toBe('idle');
    expect(sources.events).toEqual(source);
    expect(mappings.events?.timeFormat).toBe('dayFirst');
    expect(extractFailure?.code).toBe('cancelled');
  });

  it('gives a role to one column only', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer([eventsProfile]);
    await settled();
    desk.store.getState().setRole('events', 3, 'person');
    expect(desk.store.getState().mappings.events?.roles).toEqual(['ignored', 'time', 'latitude', 'person']);
  });

  it('forgets everything when the review is closed, and says when it was wiped', async () => {
    const desk = await readDesk({ 'review.close': () => ({ wipedAt: '2026-05-20T12:00:00Z' }) });
    await desk.store.getState().closeReview();
    const { understanding, view, sources, wipedAt, step } = desk.store.getState();
    expect({ understanding, view, sources, wipedAt, step }).toEqual({
      understanding: undefined,
      view: undefined,
      sources: {},
      wipedAt: '2026-05-20T12:00:00Z',
      step: 'extract',
    });
  });
});
