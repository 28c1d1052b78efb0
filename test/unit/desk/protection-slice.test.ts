import { describe, expect, it } from 'vitest';
import { signingNeeds } from '../../../renderer/desk/state/early-gates.ts';
import { reportOf } from '../../../renderer/desk/state/protection-key.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { report, settled } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { VaultRequest } from '../../../shared/ipc/vault-contract.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

/** Longer than the recipe must rest. */
const rest = () => new Promise<void>((done) => setTimeout(done, 530));
const protects = ({ asked }: OpenDesk): readonly Asked[] => asked.filter(({ name }) => name === 'protect');
const minimumOf = (call: Asked | undefined) =>
  (call?.request as VaultRequest<'protect'> | undefined)?.recipe.minimumPersons;

/** A desk whose vault has just begun to work on protection. */
async function running(): Promise<{ readonly desk: OpenDesk; readonly call: Asked }> {
  const desk = await readDesk();
  desk.store.getState().protectNow();
  const [call] = protects(desk);
  if (call === undefined) throw new Error('protection was not asked for');
  return { desk, call };
}

describe('working out hidden groups', () => {
  it('waits until the recipe rests and asks once, for the last recipe', async () => {
    const desk = await readDesk();
    desk.store.getState().changeRecipe({ minimumPersons: 40 }, 'drag');
    desk.store.getState().changeRecipe({ minimumPersons: 41 });
    expect(desk.store.getState().protecting).toEqual({ kind: 'waiting' });
    expect(protects(desk)).toEqual([]);
    await rest();
    expect(protects(desk).map(minimumOf)).toEqual([41]);
  });

  it('keeps the report of its recipe and asks for the view again', async () => {
    const { desk, call } = await running();
    const before = desk.asked.filter(({ name }) => name === 'view').length;
    call.answer(report);
    await settled();
    expect(desk.store.getState().protecting).toEqual({ kind: 'done' });
    expect(reportOf(desk.store.getState())).toEqual(report);
    expect(desk.asked.filter(({ name }) => name === 'view').length).toBe(before + 1);
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(reportOf(desk.store.getState())).toBeUndefined();
    expect(desk.store.getState().lastReport).toEqual(report);
  });

  it('does not begin anew for words about the release', async () => {
    const { desk, call } = await running();
    call.answer(report);
    await settled();
    desk.store.getState().changeRecipe({ title: 'Another title', releaseDate: '2026-05-21' });
    expect(desk.store.getState().protecting).toEqual({ kind: 'done' });
    expect(reportOf(desk.store.getState())).toEqual(report);
  });

  it('tells how far it is, can be called off, and keeps from signing until it is done', async () => {
    const { desk, call } = await running();
    call.options.onProgress?.({ stage: 'protecting', done: 3, total: 9 });
    expect(desk.store.getState().protecting).toEqual({ kind: 'running', done: 3, total: 9 });
    desk.store.getState().cancelProtection();
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().protecting).toEqual({ kind: 'cancelling' });
    call.fail(new Refusal('cancelled', 'Called off.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({
      protecting: { kind: 'cancelled' },
      protectionFailure: undefined,
    });
    expect(signingNeeds(desk.store.getState())).toContain('approve.needs.protection');
  });

  it('ends work that was overtaken and does not take its late answer', async () => {
    const { desk, call } = await running();
    desk.store.getState().changeRecipe({ minimumPersons: 41 });
    expect(call.options.signal?.aborted).toBe(true);
    call.answer(report);
    await settled();
    expect(desk.store.getState().reports.size).toBe(0);
    expect(desk.store.getState().protecting).toEqual({ kind: 'waiting' });
  });

  it('keeps a failure until it was read, even when the next attempt succeeds', async () => {
    const { desk, call } = await running();
    call.fail(new Refusal('solver-failed', 'The solver gave up.'));
    await settled();
    expect(desk.store.getState().protecting).toEqual({ kind: 'failed' });
    desk.store.getState().protectNow();
    protects(desk).at(-1)?.answer(report);
    await settled();
    expect(desk.store.getState()).toMatchObject({
      protecting: { kind: 'done' },
      protectionFailure: { code: 'solver-failed' },
    });
    desk.store.getState().dismissProtectionFailure();
    expect(desk.store.getState().protectionFailure).toBeUndefined();
  });

  it('forgets everything with the extract', async () => {
    const { desk, call } = await running();
    call.answer(report);
    await settled();
    desk.store.getState().vaultGone('ended');
    expect(desk.store.getState()).toMatchObject({ protecting: { kind: 'none' }, lastReport: undefined });
    expect(desk.store.getState().reports.size).toBe(0);
  });
});
