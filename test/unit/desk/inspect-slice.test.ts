import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import type { BundleAttackAnswer } from '../../../shared/ipc/bundle-calls.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { JudgedRule } from '../../../shared/ipc/judged-rule.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { settled } from './fake-services.ts';
import { newDesk } from './open-desk.ts';

const own = builtInPolicies.default;
const strict = { ...own, id: 'strict', minimumPersons: 100 };
const rule: JudgedRule = {
  part: 'sign-off',
  rule: 'approvals',
  asked: '1',
  allowed: '2',
  verdict: 'broken',
  kind: 'recomputable',
};
const noAttacks: BundleAttackAnswer = { reports: [], marks: [] };

/** As much of an opened bundle as is looked at here. */
function bundle(handle: string): InspectedBundle {
  const contents = { policy: own } as unknown as InspectedBundle['contents'];
  return {
    fileName: `${handle}.freigabe.zip`,
    sizeBytes: 1,
    outcome: 'release',
    digest: 'd'.repeat(64),
    handle,
    checks: [],
    signatures: [],
    contents,
  };
}

/** Answers that the test gives later, in the order in which they were asked for. */
function waiting<T>() {
  const asked: { readonly answer: (value: T) => void; readonly fail: (error: Error) => void }[] = [];
  const ask = () => new Promise<T>((answer, fail) => void asked.push({ answer, fail })) as unknown as T;
  return { asked, ask };
}

describe('a bundle held against a policy', () => {
  it('is held against its own as soon as that part is shown, and once', async () => {
    const asked: unknown[] = [];
    const { store } = newDesk({
      'bundle.judge': (request) => {
        asked.push(request);
        return [rule];
      },
    });
    store.getState().showBundle(bundle('bundle-1'));
    store.getState().showBundlePart('policy');
    await settled();
    store.getState().showBundlePart('map');
    store.getState().showBundlePart('policy');
    await settled();
    expect(asked).toEqual([{ handle: 'bundle-1', policy: own }]);
    expect(store.getState()).toMatchObject({ readersPolicy: own, judgedRules: [rule], bundlePart: 'policy' });
  });

  it('shows the verdict on the policy chosen last, whatever is answered last', async () => {
    const judged = waiting<readonly JudgedRule[]>();
    const { store } = newDesk({ 'bundle.judge': judged.ask as never });
    store.getState().showBundle(bundle('bundle-1'));
    const first = store.getState().holdAgainst(own);
    const second = store.getState().holdAgainst(strict);
    judged.asked[1]?.answer([rule]);
    judged.asked[0]?.answer([]);
    await Promise.all([first, second]);
    expect(store.getState()).toMatchObject({ readersPolicy: strict, judgedRules: [rule] });
  });

  it('keeps what attacks came to under one policy from standing under another', async () => {
    const { store } = newDesk({
      'bundle.attack': () => noAttacks,
      'bundle.judge': () => [],
      'policy.open': () => strict,
    });
    store.getState().showBundle(bundle('bundle-1'));
    await store.getState().runBundleAttacks();
    expect(store.getState().bundleAttacks).toEqual(noAttacks);
    await store.getState().openReadersPolicy();
    expect(store.getState()).toMatchObject({ readersPolicy: strict, bundleAttacks: undefined });
  });

  it('tells why a policy cannot be opened, and keeps the one it had', async () => {
    const { store } = newDesk({
      'bundle.judge': () => [rule],
      'policy.open': () => {
        throw new Refusal('policy-invalid', 'No.');
      },
    });
    store.getState().showBundle(bundle('bundle-1'));
    await store.getState().holdAgainst(own);
    await store.getState().openReadersPolicy();
    expect(store.getState()).toMatchObject({ readersPolicy: own, judgedRules: [rule] });
    expect(store.getState().judgeFailure?.code).toBe('policy-invalid');
  });
});

describe('attacks on a bundle', () => {
  it('say nothing any more once another bundle is open', async () => {
    const attacked = waiting<BundleAttackAnswer>();
    const stopped: unknown[] = [];
    const { store } = newDesk({
      'bundle.attack': attacked.ask,
      'bundle.attack.stop': (request) => {
        stopped.push(request);
        return {};
      },
    });
    store.getState().showBundle(bundle('bundle-1'));
    const run = store.getState().runBundleAttacks();
    expect(store.getState().bundleAttacking.kind).toBe('running');
    store.getState().showBundle(bundle('bundle-2'));
    attacked.asked[0]?.answer(noAttacks);
    await run;
    expect(stopped).toHaveLength(1);
    expect(store.getState()).toMatchObject({ bundleAttacks: undefined, bundleAttacking: { kind: 'none' } });
  });

  it('that were called off are no failure; that ended by themselves are', async () => {
    const attacked = waiting<BundleAttackAnswer>();
    const { store } = newDesk({ 'bundle.attack': attacked.ask, 'bundle.attack.stop': () => ({}) });
    store.getState().showBundle(bundle('bundle-1'));
    const off = store.getState().runBundleAttacks();
    store.getState().stopBundleAttacks();
    expect(store.getState().bundleAttacking.kind).toBe('cancelling');
    attacked.asked[0]?.fail(new Refusal('attacks-stopped', 'Stopped.'));
    await off;
    expect(store.getState()).toMatchObject({
      bundleAttackFailure: undefined,
      bundleAttacking: { kind: 'none' },
    });
    const dead = store.getState().runBundleAttacks();
    attacked.asked[1]?.fail(new Refusal('attacks-ended', 'Ended.'));
    await dead;
    expect(store.getState().bundleAttackFailure?.code).toBe('attacks-ended');
  });

  it('are not tried on a bundle that does not hold', async () => {
    const { store } = newDesk();
    const { handle: _, ...broken } = bundle('bundle-1');
    store.getState().showBundle(broken);
    await store.getState().runBundleAttacks();
    expect(store.getState()).toMatchObject({
      bundleAttacking: { kind: 'none' },
      bundleAttackFailure: undefined,
    });
  });
});

it('forgets everything of a bundle with the next one', async () => {
  const { store } = newDesk({ 'bundle.judge': () => [rule], 'bundle.choose': () => bundle('bundle-0') });
  store.getState().showBundle(bundle('bundle-1'));
  await store.getState().holdAgainst(strict);
  await store.getState().chooseEarlier();
  await settled();
  expect(store.getState()).toMatchObject({ earlierBundle: { handle: 'bundle-0' }, readersPolicy: strict });
  store.getState().showBundlePart('compare');
  store.getState().forgetInspection();
  expect(store.getState()).toMatchObject({
    bundlePart: 'checks',
    readersPolicy: undefined,
    judgedRules: undefined,
    earlierBundle: undefined,
    earlierFailure: undefined,
    bundleComparison: undefined,
    bundleComparing: false,
  });
});
