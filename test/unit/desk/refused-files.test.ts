import { describe, expect, it } from 'vitest';
import { mappingNeeds } from '../../../renderer/desk/state/mapping-edits.ts';
import { refusalOf } from '../../../renderer/desk/state/refused-files.ts';
import type { FileProfile } from '../../../shared/extract/profile.ts';
import type { FileKind, Source } from '../../../shared/extract/source.ts';
import { eventsProfile, looks, settled } from './fake-services.ts';
import { newDesk, source, type OpenDesk } from './open-desk.ts';

const named = (name: string): Source => ({ ...source, kind: 'file', name });
const cells = named('cells.csv');
const failure = { code: 'empty-file', message: 'cells.csv is empty.', detail: { file: 'cells.csv' } };
const refusing = (kind: FileKind, ...profiles: readonly FileProfile[]) => ({
  ...looks(...profiles),
  refused: [{ kind, failure }],
});

/** A desk with a good event file of which the officer ignores the last column, and a cell reference that is refused. */
async function withBadCells(): Promise<OpenDesk> {
  const desk = newDesk();
  const { addSources, setRole } = desk.store.getState();
  void addSources({ events: source });
  await settled();
  desk.next().answer(looks(eventsProfile));
  await settled();
  setRole('events', 3, 'cell');
  void addSources({ cells });
  await settled();
  desk.next().answer(refusing('cells', eventsProfile));
  await settled();
  return desk;
}

const stateOf = ({ store }: OpenDesk) => store.getState();

describe('a file that is refused among good ones', () => {
  it('hides none of them and nothing that was set by hand, and is told where it stands', async () => {
    const state = stateOf(await withBadCells());
    expect(state).toMatchObject({ reading: { kind: 'idle' }, extractFailure: undefined });
    expect(state.profiles).toEqual({ events: eventsProfile });
    expect(state.mappings.events?.roles).toEqual(['person', 'time', 'latitude', 'cell']);
    expect(refusalOf(state, 'cells')).toEqual(failure);
    expect(refusalOf(state, 'events')).toBeUndefined();
  });

  it('blocks reading with a reason, and keeps it from being asked of the vault', async () => {
    const desk = await withBadCells();
    expect(mappingNeeds(stateOf(desk))[0]).toBe('extract.needs.refused.cells');
    await stateOf(desk).load();
    expect(desk.asked).toEqual([]);
  });

  it.each(['extract.needs.look', 'extract.needs.refused.cells'])(
    'blocks reading by %s whatever else is known of it',
    async (need) => {
      const desk = await withBadCells();
      const { events } = stateOf(desk).mappings;
      if (events === undefined) throw new Error('the events were not looked at');
      if (need === 'extract.needs.look') desk.store.setState({ refused: {} });
      else desk.store.setState({ mappings: { events, cells: events } });
      expect(mappingNeeds(stateOf(desk))).toEqual([need]);
    },
  );

  it('lets everything go on once it is removed', async () => {
    const desk = await withBadCells();
    void stateOf(desk).removeFile('cells');
    await settled();
    const look = desk.next();
    expect(look.request).toMatchObject({ sources: { events: source } });
    look.answer(looks(eventsProfile));
    await settled();
    stateOf(desk).setRole('events', 3, 'longitude');
    expect(mappingNeeds(stateOf(desk))).toEqual([]);
    void stateOf(desk).load();
    await settled();
    expect(desk.next().name).toBe('load');
  });

  it('is told no more of another file in its place, while that is looked at and afterwards', async () => {
    const desk = await withBadCells();
    void stateOf(desk).addSources({ cells: named('other.csv') });
    expect(refusalOf(stateOf(desk), 'cells')).toBeUndefined();
    expect(stateOf(desk).reading.kind).toBe('profiling');
    await settled();
    desk.next().answer(looks(eventsProfile, { ...eventsProfile, kind: 'cells' }));
    await settled();
    expect(stateOf(desk).refused).toEqual({});
  });

  it('goes on being told and blocking when the next look fails as a whole', async () => {
    const desk = await withBadCells();
    void stateOf(desk).lookAgain();
    await settled();
    desk.next().fail(new Error('the vault is gone'));
    await settled();
    expect(stateOf(desk).extractFailure?.message).toBe('the vault is gone');
    expect(mappingNeeds(stateOf(desk))[0]).toBe('extract.needs.refused.cells');
  });

  it('may be the event file: what is known of the others is shown', async () => {
    const desk = newDesk();
    void stateOf(desk).addSources({ events: source, cells });
    await settled();
    const cellsProfile = { ...eventsProfile, kind: 'cells' as const };
    desk.next().answer(refusing('events', cellsProfile));
    await settled();
    expect(stateOf(desk).profiles).toEqual({ cells: cellsProfile });
    expect(mappingNeeds(stateOf(desk))[0]).toBe('extract.needs.refused.events');
  });

  it('is shown as it was where only the way it was said to be written is wrong, so that this can be taken back', async () => {
    const desk = newDesk();
    void stateOf(desk).addSources({ events: source });
    await settled();
    desk.next().answer(looks(eventsProfile));
    await settled();
    void stateOf(desk).setDialect('events', { encoding: 'utf-16le' });
    await settled();
    desk.next().answer(refusing('events'));
    await settled();
    expect(stateOf(desk).profiles.events).toEqual(eventsProfile);
    expect(stateOf(desk).mappings.events?.dialect.encoding).toBe('utf-16le');
    expect(mappingNeeds(stateOf(desk))).toEqual(['extract.needs.refused.events']);
    void stateOf(desk).addSources({ events: { ...source } });
    await settled();
    desk.next().answer(refusing('events'));
    await settled();
    expect(stateOf(desk).profiles).toEqual({});
  });
});

it('tells the vault which files are gone where no look follows', async () => {
  const desk = await withBadCells();
  void stateOf(desk).removeFile('events');
  await settled();
  const call = desk.next();
  expect([call.name, call.request]).toEqual(['forgetOthers', { sources: { cells }, dialects: {} }]);
  expect(stateOf(desk)).toMatchObject({ profiles: {}, refused: {}, reading: { kind: 'idle' } });
});

it('starts no vault to tell it which files are gone', async () => {
  const desk = newDesk();
  await stateOf(desk).removeFile('events');
  expect([desk.vaults(), desk.asked]).toEqual([0, []]);
});
