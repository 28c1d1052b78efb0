import { describe, expect, it } from 'vitest';
import { riskKey } from '../../../renderer/desk/state/extract-risk-slice.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { extractRisk } from './extract-risk.ts';
import { settled, understanding } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { VaultRequest } from '../../../shared/ipc/vault-contract.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

const calls = ({ asked }: OpenDesk): readonly Asked[] => asked.filter(({ name }) => name === 'extractRisk');

function newest(desk: OpenDesk): Asked {
  const call = calls(desk).at(-1);
  if (call === undefined) throw new Error('nothing was measured');
  return call;
}

async function measuring(): Promise<OpenDesk> {
  const desk = await readDesk();
  void desk.store.getState().measureRisk();
  await settled();
  return desk;
}

describe('measuring the extract', () => {
  it('begins only when it is asked for, once, with the recipe that is shown', async () => {
    const desk = await readDesk();
    expect(calls(desk)).toEqual([]);
    void desk.store.getState().measureRisk();
    void desk.store.getState().measureRisk();
    await settled();
    expect(calls(desk)).toHaveLength(1);
    const request = newest(desk).request as VaultRequest<'extractRisk'>;
    expect(request.recipe).toEqual(desk.store.getState().draft.present.recipe);
  });

  it('keeps what was measured with the zones it was measured in', async () => {
    const desk = await measuring();
    newest(desk).answer(extractRisk);
    await settled();
    const { draft, extractRisk: measured, measuringRisk, changeRecipe } = desk.store.getState();
    expect(measuringRisk).toEqual({ kind: 'none' });
    expect(measured).toEqual({ key: riskKey(draft.present.recipe), report: extractRisk });
    changeRecipe({ minimumPersons: 77 });
    expect(measured?.key).toBe(riskKey(desk.store.getState().draft.present.recipe));
    changeRecipe({ zones: { kind: 'h3', resolution: 5 } });
    expect(measured?.key).not.toBe(riskKey(desk.store.getState().draft.present.recipe));
  });

  it('tells which part is under way and how far the whole is', async () => {
    const desk = await measuring();
    newest(desk).options.onProgress?.({ stage: 'protecting', done: 1, total: 2 });
    expect(desk.store.getState().measuringRisk).toMatchObject({ part: undefined, done: undefined });
    newest(desk).options.onProgress?.({ stage: 'measuring', part: 'anonymity', done: 350, total: 1000 });
    expect(desk.store.getState().measuringRisk).toMatchObject({
      kind: 'running',
      part: 'anonymity',
      done: 0.35,
    });
  });

  it('can be called off without a complaint, and tried again', async () => {
    const desk = await measuring();
    const call = newest(desk);
    desk.store.getState().cancelRisk();
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().measuringRisk.kind).toBe('cancelling');
    call.fail(new Refusal('cancelled', 'Cancelled.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({
      measuringRisk: { kind: 'none' },
      extractRiskFailure: undefined,
      extractRisk: undefined,
    });
    void desk.store.getState().measureRisk();
    await settled();
    expect(calls(desk)).toHaveLength(2);
  });

  it('says why it failed until it is tried again', async () => {
    const desk = await measuring();
    newest(desk).fail(new Refusal('no-polygons', 'No zones.'));
    await settled();
    expect(desk.store.getState().extractRiskFailure).toMatchObject({ code: 'no-polygons' });
    void desk.store.getState().measureRisk();
    expect(desk.store.getState().extractRiskFailure).toBeUndefined();
  });

  it('forgets the figures of another extract, and hears nothing more of it', async () => {
    const desk = await measuring();
    const call = newest(desk);
    desk.store.setState({ understanding: { ...understanding } });
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().measuringRisk).toEqual({ kind: 'none' });
    call.answer(extractRisk);
    await settled();
    expect(desk.store.getState().extractRisk).toBeUndefined();
  });
});
