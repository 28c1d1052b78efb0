import { describe, expect, it } from 'vitest';
import { attacksOf } from '../../../renderer/desk/state/attack-reports.ts';
import { protectionKey } from '../../../renderer/desk/state/protection-key.ts';
import { earlyGates, signingNeeds } from '../../../renderer/desk/state/early-gates.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { attackReport, requiredAttacks } from './attack-report.ts';
import { fakeNow, report, settled, understanding } from './fake-services.ts';
import { answerLast, newDesk, readDesk } from './open-desk.ts';
import type { SealOutcome } from '../../../shared/ipc/seal-outcome.ts';

const terms = {
  purpose: 'Counts',
  legalBasis: 'TDDDG',
  recipient: 'The town',
  recipientProfile: '' as const,
  dpiaReference: '',
  reviewBy: '',
};

const exported: SealOutcome = {
  kind: 'exported',
  gates: [],
  receipt: {
    path: '/home/officer/a.freigabe.zip',
    releaseId: 'a',
    digest: '0'.repeat(64),
    sizeBytes: 1,
    outcome: 'prepared',
    commands: [],
  },
};

describe('the release', () => {
  it('starts with a title and the date of today, and leaves the terms to the officer', async () => {
    const { store } = await readDesk();
    expect(store.getState().draft.present.recipe).toMatchObject({
      title: 'Title en',
      releaseDate: '2026-05-20',
      terms: {
        purpose: '',
        legalBasis: '',
        recipient: '',
        recipientProfile: '' as const,
        dpiaReference: '',
        reviewBy: '',
      },
    });
  });

  it('translates words nobody wrote, keeps written ones, and adds no step to undo', async () => {
    const { store } = await readDesk({ 'settings.save': () => ({}) });
    store.getState().changeRecipe({ terms });
    await store.getState().changeSettings({ language: 'de' });
    expect(store.getState().draft.present.recipe).toMatchObject({ title: 'Title de', terms });
    expect(store.getState().draft.past).toHaveLength(1);
    store.getState().changeRecipe({ title: 'Mine' });
    await store.getState().changeSettings({ language: 'en' });
    expect(store.getState().draft.present.recipe.title).toBe('Mine');
  });

  it('says what keeps it from being signed, and nothing once all is there', async () => {
    const desk = await readDesk({
      'key.choose': () => ({ handle: 'k', label: 'Key', fingerprint: 'SHA256:x' }),
    });
    expect(signingNeeds(desk.store.getState())).toEqual([
      'approve.needs.organisation',
      'approve.needs.key',
      'approve.needs.protection',
      'approve.needs.attacks',
      'gates.terms-complete.fail',
    ]);
    desk.store.getState().setOrganisation('Musterfunk');
    desk.store.getState().changeRecipe({ terms }, 'drag');
    await desk.store.getState().chooseKey();
    expect(signingNeeds(desk.store.getState())).toEqual([
      'approve.needs.protection',
      'approve.needs.attacks',
    ]);
    void desk.store.getState().runAttacks(['membership']);
    desk.asked
      .find(({ name }) => name === 'attack')
      ?.answer(requiredAttacks.map((attack) => attackReport(attack)));
    await settled();
    desk.store.getState().protectNow();
    desk.asked.find(({ name }) => name === 'protect')?.answer(report);
    await settled();
    await answerLast(desk);
    expect(signingNeeds(desk.store.getState())).toEqual([]);
  });

  it('seals what is shown, typed text included, and goes on to the receipt', async () => {
    const seen: unknown[] = [];
    const desk = await readDesk({
      'release.seal': (request) => {
        seen.push(request.recipe.releaseDate, request.organisation);
        return exported;
      },
    });
    desk.store.getState().setOrganisation(' Musterfunk ');
    desk.store.getState().changeRecipe({ releaseDate: '2026-05-21' }, 'drag');
    await desk.store.getState().seal();
    expect(seen).toEqual(['2026-05-21', 'Musterfunk']);
    expect(desk.store.getState().step).toBe('export');
  });

  it.each([
    ['a release', builtInPolicies.solo, ['membership']],
    ['a demonstration', builtInPolicies.demo, ['subtraction', 'membership']],
  ] as const)(
    'asks for subtraction anew once there is another earlier release: %s',
    async (_what, policy, left) => {
      const desk = await readDesk({ 'release.seal': () => exported });
      desk.store.getState().setOrganisation('Musterfunk');
      desk.store.getState().setPolicy(policy);
      const key = protectionKey(desk.store.getState().draft.present);
      const reports = (['subtraction', 'membership'] as const).map((attack) => attackReport(attack));
      desk.store.setState({ attackReports: new Map([[key, reports]]) });
      await desk.store.getState().seal();
      expect(desk.store.getState().step).toBe('export');
      expect(attacksOf(desk.store.getState()).map(({ attack }) => attack)).toEqual(left);
    },
  );

  it('shows the gates of a refusal and stays', async () => {
    const gates = [{ id: 'rounding', kind: 'recomputable', outcome: 'fail', detail: {} }] as const;
    const desk = await readDesk({ 'release.seal': () => ({ kind: 'refused', gates: [...gates] }) });
    desk.store.getState().setOrganisation('Musterfunk');
    await desk.store.getState().seal();
    expect(desk.store.getState().sealGates).toEqual(gates);
    expect(desk.store.getState().receipt).toBeUndefined();
  });

  it('never calls a gate held that rests on figures nobody has checked', () => {
    const gates = earlyGates({
      recipe: presets.conservative,
      policy: builtInPolicies.default,
      understanding: { ...understanding, objections: { kind: 'none', reason: 'none kept' } },
      report: undefined,
      attacks: [],
      comment: '',
      now: fakeNow,
    });
    expect(Object.fromEntries(gates.map((gate) => [gate.id, gate.outcome]))).toEqual({
      'terms-complete': 'fail',
      'policy-kept': 'pass',
      'minimum-persons': 'notTested',
      rounding: 'notTested',
      'recoverable-blanks': 'notTested',
      subtraction: 'notTested',
      'sensitive-places': 'notTested',
      membership: 'notTested',
      recovery: 'notTested',
      reconstruction: 'notTested',
      budget: 'pass',
      'table-schema': 'notTested',
      'objection-register': 'fail',
      'earlier-releases': 'notTested',
      'something-published': 'notTested',
    });
  });

  it.each([
    [{ exact: 0, narrow: 0, notTested: 0 }, 'pass'],
    [{ exact: 1, narrow: 0, notTested: 0 }, 'fail'],
    [{ exact: 0, narrow: 1, notTested: 5 }, 'fail'],
    [{ exact: 0, narrow: 0, notTested: 1 }, 'notTested'],
  ])('calls hidden groups held only when each of them was tested: %o', (figures, expected) => {
    const gates = earlyGates({
      recipe: presets.conservative,
      policy: builtInPolicies.default,
      understanding,
      report: { ...report, audit: { ...report.audit, ...figures } },
      attacks: [],
      comment: '',
      now: fakeNow,
    });
    expect(gates.find((gate) => gate.id === 'recoverable-blanks')?.outcome).toBe(expected);
  });

  it('says before sealing that a register is too old', () => {
    const gates = earlyGates({
      recipe: presets.conservative,
      policy: builtInPolicies.default,
      understanding,
      report,
      attacks: [],
      comment: '',
      now: fakeNow + 25 * 3600,
    });
    const register = gates.find((gate) => gate.id === 'objection-register');
    expect(register).toMatchObject({ outcome: 'fail', detail: { faults: 'too-old' } });
  });

  it('does not let a step be reached whose needs are not met', () => {
    const { store } = newDesk();
    store.getState().go('tune');
    expect(store.getState()).toMatchObject({ step: 'extract', refusedStep: 'tune' });
  });
});
