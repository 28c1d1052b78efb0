import { describe, expect, it } from 'vitest';
import { decisionNeeds, rolesToChoose } from '../../../renderer/desk/state/decide-needs.ts';
import { Confirmation } from '../../../shared/bundle/statement.ts';
import type { DecisionSubject } from '../../../shared/ipc/decision.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { MainAnswers } from './fake-services.ts';
import { newDesk } from './open-desk.ts';

const digest = 'ab'.repeat(32);
const bundle: InspectedBundle = {
  fileName: 'one.freigabe.zip',
  sizeBytes: 1,
  outcome: 'prepared',
  digest,
  checks: [],
  signatures: [],
};
const subject: DecisionSubject = {
  digest,
  fileName: 'one.freigabe.zip',
  releaseId: 'freigabe-2026-05-20-00000000',
  title: 'Footfall',
  organisation: 'Netz',
  purpose: '',
  recipient: '',
  policyTitle: 'Default',
  timeZone: 'Europe/Berlin',
  outcome: 'prepared',
  solo: false,
  signing: { comment: true, dpiaReference: false, recipientProfile: false, reviewByDays: null },
  needed: 2,
  counted: 0,
  rolesOpen: ['privacy-officer', 'second-signer'],
  chain: [],
  failed: [],
  checksHeld: 19,
  gates: [],
  attested: [],
  obstructions: [],
  signers: [
    {
      id: 'anna',
      person: 'anna',
      fingerprint: 'A',
      holds: ['privacy-officer'],
      open: [],
      hindrance: 'prepared-it',
    },
    { id: 'ben', person: 'ben', fingerprint: 'B', holds: ['privacy-officer'], open: ['privacy-officer'] },
  ],
  confirmations: ['digest-compared', 'evidence-read'],
  inLedger: true,
  kept: [],
};

async function looking(answers: MainAnswers = {}) {
  const { store } = newDesk({ 'decision.look': () => subject, ...answers });
  store.getState().showBundle(bundle);
  await store.getState().lookAtDecision();
  return store;
}

describe('deciding', () => {
  it('begins with nothing chosen and nothing ticked', async () => {
    const { decision, decideRole, confirmed, subject: shown } = (await looking()).getState();
    expect({ decision, decideRole, confirmed }).toEqual({
      decision: undefined,
      decideRole: undefined,
      confirmed: [],
    });
    expect(shown).toBe(subject);
  });

  it('says what is missing until everything is there', async () => {
    const store = await looking();
    const needs = () => decisionNeeds(store.getState());
    expect(needs()).toEqual(['decide.needs.decision']);
    store.getState().chooseDecision('approve');
    expect(needs()).toEqual(['decide.needs.confirmations', 'decide.needs.comment', 'decide.needs.key']);
    for (const one of subject.confirmations) store.getState().confirm(one, true);
    store.getState().setDecideComment('looked at');
    store.setState({ key: { handle: 'key-1', label: 'anna', fingerprint: 'A' } });
    expect(needs()).toEqual(['decide.hindrance.prepared-it']);
    store.setState({ key: { handle: 'key-2', label: 'x', fingerprint: 'X' } });
    expect(needs()).toEqual(['decide.needs.listed']);
    store.setState({ key: { handle: 'key-3', label: 'ben', fingerprint: 'B' } });
    expect(needs()).toEqual(['decide.needs.role']);
    expect(rolesToChoose(store.getState())).toEqual(['privacy-officer']);
    store.getState().setDecideRole('privacy-officer');
    expect(needs()).toEqual([]);
    store.getState().confirm('evidence-read', false);
    expect(needs()).toEqual(['decide.needs.confirmations']);
  });

  it('lets nobody approve what does not hold, and lets them reject it', async () => {
    const store = await looking({ 'decision.look': () => ({ ...subject, obstructions: ['gates'] }) });
    store.getState().chooseDecision('approve');
    expect(decisionNeeds(store.getState())).toContain('decide.obstruction.gates');
    store.getState().chooseDecision('reject');
    store.setState({
      key: { handle: 'key-3', label: 'ben', fingerprint: 'B' },
      decideRole: 'privacy-officer',
    });
    expect(decisionNeeds(store.getState())).toEqual(['decide.needs.reason']);
  });

  it('sends what was said, and no confirmation with a rejection', async () => {
    const sent: unknown[] = [];
    const store = await looking({
      'decision.sign': (request) => {
        sent.push(request);
        return { kind: 'cancelled' };
      },
    });
    const desk = store.getState();
    desk.chooseDecision('reject');
    desk.confirm('evidence-read', true);
    desk.setDecideComment('no');
    desk.setDecideRole('privacy-officer');
    store.setState({ key: { handle: 'key-3', label: 'ben', fingerprint: 'B' } });
    await desk.decide();
    expect(sent).toEqual([
      {
        digest,
        decision: 'reject',
        role: 'privacy-officer',
        comment: 'no',
        confirmed: [],
        keyHandle: 'key-3',
      },
    ]);
    expect(store.getState().decided).toBeUndefined();
  });

  it('forgets everything when another bundle is opened', async () => {
    const store = await looking();
    store.getState().chooseDecision('approve');
    for (const one of Confirmation.options) store.getState().confirm(one, true);
    store.getState().showBundle({ ...bundle, fileName: 'two.freigabe.zip' });
    const { subject: shown, decision, confirmed } = store.getState();
    expect({ shown, decision, confirmed }).toEqual({ shown: undefined, decision: undefined, confirmed: [] });
  });

  it('keeps what was said when signing fails, and says why', async () => {
    const store = await looking();
    const desk = store.getState();
    desk.chooseDecision('reject');
    desk.setDecideComment('no');
    desk.setDecideRole('privacy-officer');
    store.setState({ key: { handle: 'key-3', label: 'ben', fingerprint: 'B' } });
    await desk.decide();
    expect(store.getState()).toMatchObject({ decideComment: 'no', deciding: false });
    expect(store.getState().decideFailure).toBeDefined();
  });
});
