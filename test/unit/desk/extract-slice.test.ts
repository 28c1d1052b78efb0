import { describe, expect, it } from 'vitest';
import { extractName } from '../../../renderer/desk/state/extract-name.ts';
import { demoPresets } from '../../../shared/demo/settings.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { eventsProfile, looks, settled, understanding as understood } from './fake-services.ts';
import { newDesk, readDesk, source } from './open-desk.ts';

describe('the extract', () => {
  it('reads the files again in a fresh vault, after the former ended', async () => {
    const desk = await readDesk();
    desk.asked.length = 0;
    desk.store.getState().vaultGone('crashed');
    expect(desk.store.getState()).toMatchObject({ understanding: undefined, step: 'extract' });
    void desk.store.getState().load();
    await settled();
    expect(desk.vaults()).toBe(2);
    const call = desk.next();
    expect([call.name, desk.store.getState().extractFailure]).toEqual(['load', undefined]);
    call.answer(understood);
    await settled();
    expect(desk.store.getState().understanding).toEqual(understood);
  });

  it('opens one vault, looks at the files and proposes a reading', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
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
    desk.next().answer(looks({ ...eventsProfile, name: 'newer.csv' }));
    await settled();
    late.answer(looks(eventsProfile));
    await settled();
    expect(desk.store.getState().profiles.events?.name).toBe('newer.csv');
  });

  it('keeps files and corrections when reading is cancelled or fails', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
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

  it('goes on showing the extract that is open when reading another one fails', async () => {
    const desk = await readDesk();
    const before = desk.store.getState();
    void desk.store.getState().load();
    await settled();
    expect(desk.store.getState().understanding).toBeUndefined();
    desk.next().fail(new Refusal('nothing-kept', 'No row can be used.'));
    await settled();
    const { understanding, view, viewRecipe, shapes, extractFailure } = desk.store.getState();
    expect(extractFailure?.code).toBe('nothing-kept');
    expect({ understanding, view, viewRecipe, shapes }).toEqual({
      understanding: before.understanding,
      view: before.view,
      viewRecipe: before.viewRecipe,
      shapes: before.shapes,
    });
    expect(view).toBeDefined();
  });

  it('keeps the extract that is open, and its name, when its event file is taken off the list or replaced', async () => {
    const desk = await readDesk();
    await desk.store.getState().removeFile('events');
    expect(desk.store.getState().sources).toEqual({});
    expect(desk.store.getState().openSource).toEqual(source);
    expect(extractName(desk.store.getState())).toBe('events.csv');
    void desk.store.getState().openDemo();
    expect(desk.store.getState().openSource).toBeUndefined();
  });

  it('goes on calling the open demo the demo while another file is chosen', async () => {
    const desk = await readDesk();
    desk.store.setState({ openSource: { kind: 'demo', ...demoPresets.town } });
    expect(desk.store.getState().sources.events?.kind).toBe('file');
    expect(extractName(desk.store.getState())).toBeUndefined();
  });

  it('does not begin to read while a file is being chosen, and reads with it afterwards', async () => {
    const cells = { ...source, name: 'cells.csv' };
    const desk = await readDesk({
      'files.choose'() {
        void desk.store.getState().load();
        void desk.store.getState().chooseFile('zones');
        kinds.push(desk.store.getState().reading.kind);
        return cells;
      },
    });
    const kinds: string[] = [];
    desk.asked.length = 0;
    void desk.store.getState().chooseFile('cells');
    await settled();
    expect(kinds).toEqual(['choosing']);
    expect(desk.asked.map(({ name }) => name)).toEqual(['profile']);
    desk.next().answer([eventsProfile, { ...eventsProfile, kind: 'cells' }]);
    await settled();
    expect(desk.store.getState()).toMatchObject({ reading: { kind: 'idle' }, sources: { cells } });
  });

  it('can read again after no file was chosen', async () => {
    const desk = await readDesk({ 'files.choose': () => undefined });
    await desk.store.getState().chooseFile('cells');
    expect(desk.store.getState()).toMatchObject({ reading: { kind: 'idle' }, extractFailure: undefined });
  });

  it('adds nothing and opens no demo while an extract is being read', async () => {
    const desk = await readDesk();
    void desk.store.getState().load();
    await settled();
    const { signal } = desk.next().options;
    await desk.store.getState().addSources({ cells: { ...source, name: 'cells.csv' } });
    expect(desk.store.getState().extractFailure?.detail).toEqual({ names: 'cells.csv' });
    await desk.store.getState().openDemo();
    const { reading, sources, extractFailure } = desk.store.getState();
    expect({ reading: reading.kind, kinds: Object.keys(sources), names: extractFailure?.detail }).toEqual({
      reading: 'loading',
      kinds: ['events'],
      names: { names: 'Demo' },
    });
    expect([desk.asked, signal?.aborted]).toEqual([[], false]);
  });

  it('closes a review once, and begins nothing meanwhile', async () => {
    const kinds: string[] = [];
    const desk = await readDesk({
      'review.close'() {
        const now = desk.store.getState();
        kinds.push(now.reading.kind);
        if (kinds.length === 1) for (const begin of [now.closeReview, now.load]) void begin();
        return { wipedAt: '2026-05-20T10:00:00Z' };
      },
    });
    desk.asked.length = 0;
    await desk.store.getState().closeReview();
    expect([kinds, desk.asked]).toEqual([['closing'], []]);
    expect(desk.store.getState()).toMatchObject({
      reading: { kind: 'idle' },
      wipedAt: '2026-05-20T10:00:00Z',
    });
  });

  it('can be closed again where closing failed', async () => {
    const desk = await readDesk();
    await desk.store.getState().closeReview();
    const { reading, extractFailure } = desk.store.getState();
    expect([reading.kind, extractFailure === undefined]).toEqual(['idle', false]);
  });

  it('gives a role to one column only', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
    await settled();
    desk.store.getState().setRole('events', 3, 'person');
    expect(desk.store.getState().mappings.events?.roles).toEqual(['ignored', 'time', 'latitude', 'person']);
  });

  it('looks again with a dialect set by hand, and keeps roles set by hand while the columns stay as many', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
    await settled();
    desk.store.getState().setRole('events', 3, 'cell');
    void desk.store.getState().setDialect('events', { header: false });
    await settled();
    const dialect = { ...eventsProfile.dialect, header: false };
    const again = desk.next();
    expect(again.request).toMatchObject({ dialects: { events: dialect } });
    const columns = eventsProfile.columns.map((column) => ({ ...column, name: `column ${column.index}` }));
    again.answer(looks({ ...eventsProfile, dialect, columns }));
    await settled();
    expect(desk.store.getState().mappings.events).toMatchObject({
      dialect,
      roles: ['person', 'time', 'latitude', 'cell'],
    });
    void desk.store.getState().setDialect('events', { delimiter: ';' });
    await settled();
    desk.next().answer(looks({ ...eventsProfile, columns: columns.slice(0, 1) }));
    await settled();
    expect(desk.store.getState().mappings.events?.roles).toEqual(['person']);
  });

  it('forgets a dialect with the file it was set for', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
    await settled();
    void desk.store.getState().setDialect('events', { delimiter: ';' });
    await settled();
    desk.next().answer(looks(eventsProfile));
    void desk.store.getState().addSources({ events: { ...source, name: 'other.csv' } });
    await settled();
    expect(desk.next().request).toMatchObject({ dialects: {} });
  });

  it('knows that times counted from 1970 follow no local clock', async () => {
    const desk = newDesk();
    void desk.store.getState().addSources({ events: source });
    await settled();
    desk.next().answer(looks({ ...eventsProfile, timeFormat: 'iso', hasOffset: false }));
    await settled();
    const { setTimeFormat } = desk.store.getState();
    const offset = () => desk.store.getState().mappings.events?.hasOffset;
    setTimeFormat('events', 'epochSeconds');
    expect(offset()).toBe(true);
    setTimeFormat('events', 'dayFirst');
    expect(offset()).toBe(false);
    desk.store.getState().setHasOffset('events', true);
    expect(offset()).toBe(true);
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
