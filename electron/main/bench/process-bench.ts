import { utilityProcess, type UtilityProcess } from 'electron';
import { Refusal } from '../../../shared/base/failure.ts';
import type { BundleAttackAnswer } from '../../../shared/ipc/bundle-calls.ts';
import type { BundleBench } from '../../handlers/ports/bundle-bench.ts';
import { FromBench } from './messages.ts';

interface Run {
  readonly child: UtilityProcess;
  stopped: boolean;
}

/**
 * Attacks bundles in a process started for each run and ended after it or when it is called off. `program` is the absolute path of the
 * built entry, `solver` the bytes of the solver.
 */
export function createProcessBench(program: string, solver: Uint8Array): BundleBench {
  let current: Run | undefined;
  return {
    stop() {
      if (current === undefined) return;
      current.stopped = true;
      current.child.kill();
      current = undefined;
    },
    async run(subject, onProgress) {
      if (current !== undefined)
        throw new Refusal('attacks-busy', 'Attacks on a bundle are under way. Wait for them or stop them.');
      const child = utilityProcess.fork(program, [], { serviceName: 'freigabe-bench', stdio: 'ignore' });
      const run: Run = { child, stopped: false };
      current = run;
      try {
        return await answerOf(run, { subject, solver }, onProgress);
      } finally {
        if (current === run) current = undefined;
        child.kill();
      }
    },
  };
}

function answerOf(
  run: Run,
  question: { readonly subject: unknown; readonly solver: Uint8Array },
  onProgress: Parameters<BundleBench['run']>[1],
): Promise<BundleAttackAnswer> {
  return new Promise((resolve, reject) => {
    run.child.once('exit', () => reject(run.stopped ? stopped() : ended()));
    run.child.on('message', (raw: unknown) => {
      const said = FromBench.safeParse(raw);
      if (!said.success) reject(new Error('The process that attacks bundles answered in another form.'));
      else if (said.data.kind === 'progress') onProgress(said.data.progress);
      else if (said.data.kind === 'done') resolve(said.data.answer);
      else reject(refusalOf(said.data.failure));
    });
    // A process, not a window: there is no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    run.child.postMessage(question);
  });
}

function refusalOf({ code, message, detail }: Extract<FromBench, { kind: 'failed' }>['failure']): Refusal {
  return new Refusal(code, message, detail);
}

function stopped(): Refusal {
  return new Refusal('attacks-stopped', 'The attacks were stopped. What was not finished is not tested.');
}

function ended(): Refusal {
  return new Refusal(
    'attacks-ended',
    'The process that attacks the bundle ended by itself, perhaps for want of memory. Close other programs and try again.',
  );
}
