import { describe, expect, it } from 'vitest';
import { attackMissing } from '../../../renderer/desk/state/attack-reports.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { settled, understanding } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

const remedy = { change: { minimumPersons: 45 }, measured: 54, confirmed: true } as const;

async function seeking(): Promise<{ desk: OpenDesk; call: Asked }> {
  const desk = await readDesk();
  void desk.store.getState().seekRemedies('membership');
  await settled();
  const call = desk.asked.find(({ name }) => name === 'remedies');
  if (call === undefined) throw new Error('no remedies were asked for');
  return { desk, call };
}

describe('what would keep an attack within its limit', () => {
  it('is asked of the vault for the shown recipe, and kept by attack', async () => {
    const { desk, call } = await seeking();
    expect(call.request).toMatchObject({
      attack: 'membership',
      recipe: desk.store.getState().draft.present.recipe,
    });
    call.answer([remedy]);
    await settled();
    const { remedies, seeking: work } = desk.store.getState();
    expect([...remedies]).toEqual([['membership', [remedy]]]);
    expect(work).toEqual({ kind: 'none' });
  });

  it('tells how far it is, and lets nothing else begin meanwhile', async () => {
    const { desk, call } = await seeking();
    call.options.onProgress?.({ stage: 'attacking', attack: 'membership', done: 3, total: 12 });
    expect(desk.store.getState().seeking).toMatchObject({
      kind: 'running',
      attack: 'membership',
      done: 0.25,
    });
    call.options.onProgress?.({ stage: 'protecting', done: 1, total: 2 });
    expect(desk.store.getState().seeking).toMatchObject({ kind: 'running', attack: undefined, done: 0.5 });
    expect(attackMissing(desk.store.getState())).toBe('findings.remedy.busy');
    void desk.store.getState().seekRemedies('recovery');
    expect(desk.asked.filter(({ name }) => name === 'remedies')).toHaveLength(1);
    expect(desk.store.getState().soughtFor).toBe('membership');
  });

  it('can be called off without a word of failure', async () => {
    const { desk, call } = await seeking();
    desk.store.getState().cancelRemedies();
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().seeking.kind).toBe('cancelling');
    call.fail(new Refusal('cancelled', 'Called off.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({ seeking: { kind: 'none' }, remedyFailure: undefined });
  });

  it('says why it failed', async () => {
    const { desk, call } = await seeking();
    call.fail(new Refusal('solver-failed', 'The solver gave up.'));
    await settled();
    expect(desk.store.getState().remedyFailure?.code).toBe('solver-failed');
  });

  it('is taken over into the recipe and is gone with the recipe it was found for; undo takes it back', async () => {
    const { desk, call } = await seeking();
    const before = desk.store.getState().draft.present.recipe;
    call.answer([remedy]);
    await settled();
    desk.store.getState().useRemedy(remedy);
    expect(desk.store.getState().draft.present.recipe).toEqual({ ...before, minimumPersons: 45 });
    expect(desk.store.getState().remedies.size).toBe(0);
    desk.store.getState().undo();
    expect(desk.store.getState().draft.present.recipe).toEqual(before);
  });

  it('outlives another title, and nothing that counts', async () => {
    const { desk, call } = await seeking();
    desk.store.getState().changeRecipe({ title: 'Another title' });
    expect(desk.store.getState().seeking.kind).toBe('running');
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(call.options.signal?.aborted).toBe(true);
    call.answer([remedy]);
    await settled();
    expect(desk.store.getState()).toMatchObject({ seeking: { kind: 'none' }, remedies: new Map() });
  });

  it('is forgotten with the extract', async () => {
    const { desk, call } = await seeking();
    call.answer([remedy]);
    await settled();
    desk.store.setState({ understanding: { ...understanding } });
    expect(desk.store.getState().remedies.size).toBe(0);
  });
});
