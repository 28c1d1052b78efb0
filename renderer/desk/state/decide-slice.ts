import { failureOf } from './failure-of.ts';
import type { DecisionKind, DecisionOutcome, DecisionRequest } from '../../../shared/ipc/decision.ts';
import type { DecideSlice } from './decide-state.ts';
import type { Desk, DeskState } from './desk-state.ts';

/** What is left when another bundle is looked at. */
const undecided = {
  subject: undefined,
  changes: undefined,
  changesFailure: undefined,
  decideFailure: undefined,
  decision: undefined,
  decideRole: undefined,
  decideComment: '',
  withdrawReason: undefined,
  confirmed: [],
  decideAttempted: false,
  decided: undefined,
} as const satisfies Partial<DecideSlice>;

/** Deciding about the bundle that is inspected. It needs no extract. */
export function createDecideSlice(desk: Desk): DecideSlice {
  const { get, set } = desk;
  return {
    ...undecided,
    looking: false,
    keyPlace: 'here',
    elsewhereKey: '',
    deciding: false,
    ...readingSubject(desk),
    forgetDecision: () => set({ ...undecided }),
    chooseDecision: (decision) => set({ decision, decideRole: undefined, decideAttempted: false }),
    setKeyPlace: (keyPlace) => set({ keyPlace, decideRole: undefined }),
    setElsewhereKey: (elsewhereKey) => set({ elsewhereKey, decideRole: undefined }),
    setDecideRole: (decideRole) => set({ decideRole }),
    setDecideComment: (decideComment) => set({ decideComment }),
    setWithdrawReason: (withdrawReason) => set({ withdrawReason }),
    confirm: (what, holds) =>
      set({ confirmed: holds ? [...get().confirmed, what] : get().confirmed.filter((one) => one !== what) }),
    noteDecideAttempt: () => set({ decideAttempted: true }),
    async decide() {
      const request = requestOf(get());
      if (request === undefined || get().deciding) return;
      set({ deciding: true, decideFailure: undefined, decided: undefined });
      try {
        await send(request, desk);
      } catch (thrown) {
        set({ decideFailure: failureOf(thrown) });
      } finally {
        set({ deciding: false });
      }
    },
  };
}

type Reading = Pick<DecideSlice, 'lookAtDecision' | 'loadChanges' | 'refreshSubject'>;

/** What main reads from the file that is inspected. */
function readingSubject({ get, set, services }: Desk): Reading {
  return {
    async lookAtDecision() {
      const digest = get().bundle?.digest;
      if (digest === undefined) return set({ ...undecided });
      set({ ...undecided, looking: true });
      try {
        const subject = await services.main.call('decision.look', { digest });
        if (get().bundle?.digest === digest) set({ subject });
      } catch (thrown) {
        set({ decideFailure: failureOf(thrown) });
      } finally {
        set({ looking: false });
      }
    },
    async loadChanges() {
      const digest = get().subject?.digest;
      if (digest === undefined) return;
      try {
        const changes = await services.main.call('decision.changes', { digest });
        if (get().subject?.digest === digest && changes !== undefined) set({ changes });
      } catch (thrown) {
        set({ changesFailure: failureOf(thrown) });
      }
    },
    async refreshSubject() {
      const digest = get().subject?.digest;
      if (digest === undefined) return;
      try {
        set({ subject: await services.main.call('decision.look', { digest }) });
      } catch (thrown) {
        set({ decideFailure: failureOf(thrown) });
      }
    },
  };
}

async function send(request: DecisionRequest, { get, set, services }: Desk): Promise<void> {
  const { keyPlace, elsewhereKey: fingerprint, key } = get();
  if (keyPlace === 'elsewhere') {
    const signing = await services.main.call('decision.elsewhere', { ...request, fingerprint });
    if (signing !== undefined) await get().noteWritten(signing);
    return;
  }
  if (key === undefined) return;
  const outcome = await services.main.call('decision.sign', { ...request, keyHandle: key.handle });
  if (outcome.kind !== 'cancelled') await decidedSo(outcome, { get, set, services });
}

/** Shows how it ended, with what the file and the safe say now. */
export async function decidedSo(outcome: DecisionOutcome, { get, set }: Desk): Promise<void> {
  await get().lookAtDecision();
  set({ decided: outcome, step: 'decide', refusedStep: undefined });
}

function requestOf({
  subject,
  decision,
  decideRole: role,
  decideComment: comment,
  confirmed,
  withdrawReason: reason,
}: DeskState): DecisionRequest | undefined {
  if (subject === undefined || decision === undefined || role === undefined) return undefined;
  const asked = subject.confirmations.filter((one) => confirmed.includes(one));
  return {
    digest: subject.digest,
    decision,
    role,
    comment,
    confirmed: decision === 'approve' ? asked : [],
    ...(needsReason(decision) && reason !== undefined && { reason }),
  };
}

function needsReason(decision: DecisionKind): boolean {
  return decision === 'withdraw';
}
