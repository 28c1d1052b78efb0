import { net } from 'electron';
import { Refusal } from '../../../shared/base/failure.ts';
import type { AttackMark } from '../../../shared/ipc/attack-findings.ts';
import type { BundleAttackAnswer, BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import type { BundleComparison } from '../../../shared/ipc/bundle-comparison.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import { attackBundle, type AttackSubject } from '../../../shared/workflow/attacks/attack-bundle.ts';
import { compareBundles } from '../../../shared/workflow/compare-bundles/compare-bundles.ts';
import { shownComparison } from '../../../shared/workflow/shown-comparison.ts';
import { denyNetworkBesideMain } from '../lockdown/beside-main.ts';
import { type FromBench, ToBench } from './messages.ts';
import { startSolver } from './start-solver.ts';

denyNetworkBesideMain(net);

type Comparing = Extract<ToBench, { readonly kind: 'compare' }>;

/** Milliseconds between two words about how far it is. */
const tellEvery = 100;

process.parentPort.once('message', ({ data }) => {
  void reply(ToBench.parse(data));
});

async function reply(asked: ToBench): Promise<void> {
  try {
    say(await work(asked));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ kind: 'failed', failure: error.failure });
  }
}

async function work(asked: ToBench): Promise<FromBench> {
  const solver = await startSolver(asked.solver);
  return asked.kind === 'attack'
    ? { kind: 'done', answer: attacked(asked.subject, solver) }
    : { kind: 'compared', answer: compared(asked, solver) };
}

function attacked(subject: AttackSubject, solver: LinearSolver): BundleAttackAnswer {
  const marks: AttackMark[] = [];
  const steps = attackBundle({ ...subject, solver, mark: (mark) => void marks.push(mark) });
  const tell = teller();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { reports: step.value.map(({ report }) => ({ ...report })), marks };
    tell(step.value);
  }
}

function compared({ earlier, later }: Comparing, solver: LinearSolver): BundleComparison {
  const steps = compareBundles(earlier, later, solver);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return shownComparison(step.value);
  }
}

/** A word for each attack that is begun, and then no more often than can be seen. */
function teller(): (progress: BundleAttackProgress) => void {
  let attack: string | undefined;
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.attack === attack && now < next) return;
    attack = progress.attack;
    next = now + tellEvery;
    say({ kind: 'progress', progress });
  };
}

function say(message: FromBench): void {
  // A process, not a window: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  process.parentPort.postMessage(message);
}
