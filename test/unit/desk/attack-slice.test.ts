import { describe, expect, it } from 'vitest';
import {
  attacksOf,
  shownAttacks,
  standingOf,
  untestedAttacks,
  untriedAttacks,
} from '../../../renderer/desk/state/attack-reports.ts';
import { earlyGatesOf, signingNeeds } from '../../../renderer/desk/state/early-gates.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { attackReport, requiredAttacks } from './attack-report.ts';
import { settled, understanding } from './fake-services.ts';
import { readDesk } from './open-desk.ts';
import type { VaultRequest } from '../../../shared/ipc/vault-contract.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { Asked } from './fake-services.ts';
import type { OpenDesk } from './open-desk.ts';

const attackCalls = ({ asked }: OpenDesk): readonly Asked[] => asked.filter(({ name }) => name === 'attack');
const requestOf = (call: Asked | undefined) => call?.request as VaultRequest<'attack'> | undefined;

function newest(desk: OpenDesk): Asked {
  const call = attackCalls(desk).at(-1);
  if (call === undefined) throw new Error('no attack was asked for');
  return call;
}

/** Answers the call under way with reports that hold, but for those that are left out. */
async function answer(desk: OpenDesk, without: readonly AttackName[] = []): Promise<void> {
  const call = newest(desk);
  const attacks = requestOf(call)?.attacks ?? [];
  call.answer(attacks.filter((attack) => !without.includes(attack)).map((attack) => attackReport(attack)));
  await settled();
}

async function answerAll(desk: OpenDesk, without: readonly AttackName[] = []): Promise<void> {
  while (desk.store.getState().attacking.kind === 'running') {
    // oxlint-disable-next-line no-await-in-loop -- each call follows the answer to the one before
    await answer(desk, without);
  }
}

async function running(wanted?: readonly AttackName[]): Promise<OpenDesk> {
  const desk = await readDesk();
  void desk.store.getState().runAttacks(wanted);
  await settled();
  return desk;
}

describe('trying attacks', () => {
  it('begins only when it is asked for', async () => {
    const desk = await readDesk();
    desk.store.getState().changeRecipe({ minimumPersons: 40 });
    await settled();
    expect(attackCalls(desk)).toEqual([]);
  });

  it('has main hand over earlier releases just before figures are subtracted from them', async () => {
    const order: string[] = [];
    const desk = await readDesk({
      'attack.earlier': ({ recipe }) => {
        order.push(`earlier of ${recipe.minimumPersons}, ${attackCalls(desk).length} attacks asked for`);
        return {};
      },
    });
    void desk.store.getState().runAttacks(['small-groups', 'subtraction', 'membership']);
    await settled();
    await answerAll(desk);
    const { minimumPersons } = desk.store.getState().draft.present.recipe;
    expect(order).toEqual([`earlier of ${minimumPersons}, 1 attacks asked for`]);
  });

  it('subtracts nothing from a ledger that cannot be read, and says so', async () => {
    const desk = await readDesk({
      'attack.earlier': () => {
        throw new Refusal('ledger-broken', 'The ledger was changed.');
      },
    });
    void desk.store.getState().runAttacks(['subtraction']);
    await settled();
    expect(attackCalls(desk)).toEqual([]);
    expect(desk.store.getState().attackFailure?.code).toBe('ledger-broken');
  });

  it('asks for what rules decide at once, then for each long attack alone, and shows each when it is done', async () => {
    const desk = await running();
    expect(requestOf(newest(desk))?.attacks).toEqual([
      'small-groups',
      'recoverable-blanks',
      'promise',
      'usefulness',
    ]);
    await answer(desk);
    expect(attacksOf(desk.store.getState())).toHaveLength(4);
    expect(requestOf(newest(desk))?.attacks).toEqual(['subtraction']);
    await answerAll(desk);
    expect(attackCalls(desk)).toHaveLength(6);
    expect(untriedAttacks(desk.store.getState())).toEqual([]);
    expect(desk.store.getState().attacking).toEqual({ kind: 'none' });
  });

  it('tries one alone, and nothing twice', async () => {
    const desk = await running(['membership']);
    expect(requestOf(newest(desk))?.attacks).toEqual(['membership']);
    await answerAll(desk);
    void desk.store.getState().runAttacks(['membership']);
    await settled();
    expect(attackCalls(desk)).toHaveLength(1);
  });

  it('names attacks that gave no result, which stay untested', async () => {
    const desk = await running();
    await answerAll(desk, ['recovery']);
    expect(desk.store.getState().unansweredAttacks).toEqual(['recovery']);
    expect(untriedAttacks(desk.store.getState())).toEqual(['recovery']);
  });

  it('tells of how many it was tried in vain', async () => {
    const desk = await running(['membership']);
    expect(untestedAttacks(desk.store.getState())).toBe(0);
    newest(desk).answer([attackReport('membership', { outcome: 'notTested' })]);
    await settled();
    expect(untestedAttacks(desk.store.getState())).toBe(1);
    expect(untriedAttacks(desk.store.getState())).not.toContain('membership');
  });

  it('tells how far the attack under way is', async () => {
    const desk = await running(['membership']);
    newest(desk).options.onProgress?.({ stage: 'protecting', done: 1, total: 2 });
    expect(desk.store.getState().attacking).toMatchObject({ kind: 'running', attack: undefined, done: 0.5 });
    newest(desk).options.onProgress?.({ stage: 'attacking', attack: 'membership', done: 3, total: 12 });
    expect(desk.store.getState().attacking).toMatchObject({
      kind: 'running',
      attack: 'membership',
      done: 0.25,
    });
  });

  it('can be called off and keeps what was done', async () => {
    const desk = await running();
    await answer(desk);
    const call = newest(desk);
    desk.store.getState().cancelAttacks();
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().attacking.kind).toBe('cancelling');
    call.fail(new Refusal('cancelled', 'Called off.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({ attacking: { kind: 'none' }, attackFailure: undefined });
    expect(attacksOf(desk.store.getState())).toHaveLength(4);
  });

  it('keeps why it failed until somebody has read it', async () => {
    const desk = await running();
    newest(desk).fail(new Refusal('solver-failed', 'The solver gave up.'));
    await settled();
    expect(desk.store.getState()).toMatchObject({
      attacking: { kind: 'none' },
      attackFailure: { code: 'solver-failed' },
    });
    desk.store.getState().dismissAttackFailure();
    expect(desk.store.getState().attackFailure).toBeUndefined();
  });

  it('ends a run when another recipe is shown, and does not take its late answer', async () => {
    const desk = await running(['membership']);
    const call = newest(desk);
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    expect(call.options.signal?.aborted).toBe(true);
    expect(desk.store.getState().attacking).toEqual({ kind: 'none' });
    call.answer([attackReport('membership')]);
    await settled();
    expect(desk.store.getState().attackReports.size).toBe(0);
  });

  it('goes on when only words of the release change', async () => {
    const desk = await running(['membership']);
    desk.store.getState().changeRecipe({ title: 'Another title' });
    expect(desk.store.getState().attacking.kind).toBe('running');
    await answerAll(desk);
    expect(attacksOf(desk.store.getState())).toHaveLength(1);
  });
});

describe('what attacks came to', () => {
  it('belongs to one recipe: of another it is stale and not tested, and undo brings it back', async () => {
    const desk = await running(['membership']);
    await answerAll(desk);
    const card = () => shownAttacks(desk.store.getState()).find(({ attack }) => attack === 'membership');
    expect(card()).toMatchObject({ stale: false, report: { outcome: 'pass' } });
    desk.store.getState().changeRecipe({ minimumPersons: 77 });
    const other = card();
    expect(other).toMatchObject({ stale: true, report: { outcome: 'pass' } });
    expect(other && standingOf(other)).toBe('notTested');
    desk.store.getState().undo();
    expect(card()).toMatchObject({ stale: false });
  });

  it('is forgotten with the extract', async () => {
    const desk = await running(['membership']);
    await answerAll(desk);
    desk.store.setState({ understanding: { ...understanding } });
    expect(desk.store.getState()).toMatchObject({ attackReports: new Map(), lastAttackReports: [] });
  });

  it('has no gate that could look passed for what is only told', () => {
    const usefulness = { attack: 'usefulness', report: attackReport('usefulness'), stale: false } as const;
    expect(standingOf(usefulness)).toBe('told');
    const classical = attackReport('promise', { parameters: { guarantee: 'classical' } });
    expect(standingOf({ attack: 'promise', report: classical, stale: false })).toBe('told');
    expect(standingOf({ attack: 'promise', report: attackReport('promise'), stale: false })).toBe('pass');
  });

  it('has a card for every attack in its order, tried or not', async () => {
    const desk = await readDesk();
    expect(shownAttacks(desk.store.getState()).map(({ attack }) => attack)).toEqual(attackNames);
  });
});

const gatesOf = (desk: OpenDesk) =>
  earlyGatesOf(desk.store.getState()).filter(({ id }) =>
    ['subtraction', 'sensitive-places', 'membership', 'recovery', 'reconstruction'].includes(id),
  );

describe('signing', () => {
  it('waits for the attacks the policy demands', async () => {
    const desk = await readDesk();
    expect(gatesOf(desk).map(({ outcome }) => outcome)).toEqual(Array(5).fill('notTested'));
    expect(signingNeeds(desk.store.getState())).toContain('approve.needs.attacks');
    void desk.store.getState().runAttacks(requiredAttacks);
    await settled();
    await answerAll(desk);
    expect(gatesOf(desk).map(({ outcome }) => outcome)).toEqual(Array(5).fill('pass'));
    expect(signingNeeds(desk.store.getState()).filter((need) => need.includes('ttack'))).toEqual([]);
  });

  it('is closed by an attack that does not hold, or that could not be tried', async () => {
    const desk = await running(requiredAttacks);
    await answerAll(desk, ['membership', 'recovery']);
    void desk.store.getState().runAttacks(['membership']);
    newest(desk).answer([attackReport('membership', { outcome: 'fail', measured: 63.44, limit: 60 })]);
    await settled();
    void desk.store.getState().runAttacks(['recovery']);
    newest(desk).answer([attackReport('recovery', { outcome: 'notTested', reason: 'nothing-to-score' })]);
    await settled();
    const needs = signingNeeds(desk.store.getState());
    expect(needs).toContain('gates.membership.fail');
    expect(needs).toContain('approve.needs.attackUntested');
    expect(needs).not.toContain('approve.needs.attacks');
    expect(gatesOf(desk).find(({ id }) => id === 'membership')?.detail).toEqual({
      measured: 63.4,
      limit: 60,
    });
  });
});
