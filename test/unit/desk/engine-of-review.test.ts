import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/extract/source.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { eventsProfile, looks, settled, understanding } from './fake-services.ts';
import { newDesk, readDesk, source } from './open-desk.ts';

const named = (name: string): Source => ({ ...source, kind: 'file', name });
const forbidding = { ...builtInPolicies.solo, id: 'forbidding', nativeEngine: false };

/** A desk whose vault, whatever it is, has read the events. */
async function deskThatRead(name: string, answers?: Parameters<typeof newDesk>[0]) {
  const desk = newDesk(answers);
  void desk.store.getState().addSources({ events: named(name) });
  await settled();
  desk.next().answer(looks(eventsProfile));
  await settled();
  void desk.store.getState().load();
  await settled();
  desk.next().answer(understanding);
  await settled();
  expect(desk.store.getState().understanding).toBeDefined();
  desk.asked.length = 0;
  return desk;
}

describe('what reads the extract', () => {
  it('stays while files ask for the same, and what was read stays with it', async () => {
    const desk = await readDesk();
    void desk.store.getState().addSources({ cells: named('cells.csv') });
    await settled();
    expect(desk.vaults()).toBe(1);
    expect(desk.store.getState()).toMatchObject({ engine: { engine: 'wasm', why: 'small' } });
    expect(desk.store.getState().understanding).toBeDefined();
  });

  it('is another vault when a file asks for it, and what was read is gone', async () => {
    const desk = await readDesk();
    void desk.store.getState().addSources({ events: named('events.parquet') });
    await settled();
    expect(desk.vaults()).toBe(2);
    expect(desk.store.getState()).toMatchObject({
      engine: { engine: 'native', why: 'parquet' },
      understanding: undefined,
      view: undefined,
    });
    void desk.store.getState().removeFile('events');
    await settled();
    expect(desk.vaults(), 'none is started for nothing').toBe(2);
  });

  it('shows nothing of a vault that ended', async () => {
    const desk = await deskThatRead('events.parquet');
    desk.store.getState().vaultGone('exit 11');
    expect(desk.store.getState().engine).toBeUndefined();
  });
});

describe('a policy that forbids the native engine', () => {
  it('ends the vault that holds the extract, and has the page look at the files', async () => {
    const desk = await deskThatRead('events.parquet');
    desk.store.getState().setPolicy(forbidding);
    await settled();
    expect(desk.vaults()).toBe(2);
    expect(desk.store.getState()).toMatchObject({
      engine: { engine: 'wasm', why: 'forbidden' },
      understanding: undefined,
      step: 'extract',
    });
    const look = desk.asked.find(({ name }) => name === 'profile');
    look?.answer(looks(eventsProfile));
    await settled();
    expect(desk.store.getState().extractFailure).toMatchObject({ code: 'native-ended' });
    expect(desk.store.getState().sources.events).toMatchObject({ name: 'events.parquet' });
    expect(desk.store.getState().draft.settled.policy).toEqual(forbidding);
  });

  it('closes the review of a file that nothing else reads', async () => {
    const wipedAt = '2026-05-20T10:00:00Z';
    const desk = await deskThatRead('events.duckdb', { 'review.close': () => ({ wipedAt }) });
    desk.store.getState().setPolicy(forbidding);
    await settled();
    expect(desk.vaults()).toBe(1);
    expect(desk.store.getState()).toMatchObject({
      wipedAt,
      sources: {},
      extractFailure: { code: 'native-forbidden', detail: { file: 'events.duckdb' } },
    });
  });

  it('changes nothing for an extract that the page holds', async () => {
    const desk = await readDesk();
    desk.store.getState().setPolicy(forbidding);
    await settled();
    expect(desk.vaults()).toBe(1);
    expect(desk.store.getState().understanding).toBeDefined();
  });

  it('ends a vault that may write temporary files, where they are forbidden from now on', async () => {
    const desk = newDesk();
    desk.store.getState().setPolicy({ ...builtInPolicies.solo, spill: true });
    void desk.store.getState().addSources({ events: named('events.parquet') });
    await settled();
    desk.next().answer(looks(eventsProfile));
    await settled();
    desk.store.getState().setPolicy({ ...builtInPolicies.solo, title: 'Other' });
    await settled();
    expect(desk.vaults()).toBe(2);
    desk.next().answer(looks(eventsProfile));
    await settled();
    expect(desk.store.getState()).toMatchObject({
      engine: { engine: 'native' },
      extractFailure: { code: 'spill-ended' },
    });
  });
});
