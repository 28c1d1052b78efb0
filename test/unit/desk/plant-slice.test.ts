import { describe, expect, it } from 'vitest';
import { plantText } from '../../../renderer/desk/language/plant-text.ts';
import { attackMissing } from '../../../renderer/desk/state/attack-reports.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { attackReport, recoveryFigures } from './attack-report.ts';
import { settled, understanding } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import { speechOf } from './speech.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

const membership = attackReport('membership', {
  outcome: 'fail',
  figures: { accuracy: 0.62, accuracyLow: 0.58, accuracyHigh: 0.66 },
});
const recovery = attackReport('recovery', { figures: recoveryFigures });

async function planting(): Promise<{ desk: OpenDesk; call: Asked }> {
  const desk = await readDesk();
  void desk.store.getState().plantPeople();
  await settled();
  const call = desk.asked.find(({ name }) => name === 'plant');
  if (call === undefined) throw new Error('nobody was planted');
  return { desk, call };
}

describe('planted people', () => {
  it('are planted when somebody asks, and nothing else begins meanwhile', async () => {
    expect((await readDesk()).asked.filter(({ name }) => name === 'plant')).toEqual([]);
    const { desk, call } = await planting();
    call.options.onProgress?.({ stage: 'attacking', attack: 'recovery', done: 0, total: 0 });
    expect(desk.store.getState().planting).toMatchObject({
      kind: 'running',
      attack: 'recovery',
      done: undefined,
    });
    expect(attackMissing(desk.store.getState())).toBe('findings.plant.busy');
    call.answer([membership, recovery]);
    await settled();
    expect(desk.store.getState()).toMatchObject({
      planting: { kind: 'none' },
      planted: [membership, recovery],
    });
  });

  it('leave what was tried on the release as it is', async () => {
    const { desk, call } = await planting();
    call.answer([membership, recovery]);
    await settled();
    expect(desk.store.getState().attackReports.size).toBe(0);
  });

  it('can be called off', async () => {
    const { desk, call } = await planting();
    desk.store.getState().cancelPlant();
    expect(call.options.signal?.aborted).toBe(true);
    call.fail(new Refusal('cancelled', 'Called off.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({ planting: { kind: 'none' }, plantFailure: undefined });
  });

  it('are gone with the recipe and with the extract', async () => {
    const { desk, call } = await planting();
    call.answer([membership, recovery]);
    await settled();
    desk.store.getState().changeRecipe({ title: 'Another title' });
    expect(desk.store.getState().planted).toHaveLength(2);
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(desk.store.getState().planted).toBeUndefined();
    desk.store.setState({ planted: [membership], understanding: { ...understanding } });
    expect(desk.store.getState().planted).toBeUndefined();
  });
});

describe('whether they were found', async () => {
  const english = await speechOf('en');
  const german = await speechOf('de');

  it('is said of each attack with its interval', () => {
    expect(plantText(english, 'membership', [membership])).toMatch(/^Recognised: .* 58 to 66 times in 100/);
    expect(plantText(german, 'membership', [membership])).toMatch(/^Erkannt: .* 58- bis 66-mal von 100/);
    expect(plantText(english, 'recovery', [recovery])).toMatch(
      /^Not followed: .* is 0.2 in 100 \(−0.6 to 1.2\)/,
    );
  });

  it('is not claimed where it was not tried', () => {
    const untried = attackReport('recovery', { outcome: 'notTested', reason: 'nothing-to-score' });
    expect(plantText(english, 'recovery', [untried])).toMatch(/was not tested: Nobody it could be tried on/);
    expect(plantText(english, 'membership', [])).toMatch(/was not tested/);
    expect(plantText(english, 'recovery', [attackReport('recovery', { reason: 'no-footfall' })])).toMatch(
      /was not tested: The release has no table of footfall/,
    );
  });
});
