import { utilityProcess, type UtilityProcess } from 'electron';
import { Refusal } from '../../../shared/base/failure.ts';
import type { BundleBench } from '../../handlers/ports/bundle-bench.ts';
import { FromBench } from './messages.ts';

interface Run {
  readonly child: UtilityProcess;
  stopped: boolean;
}

type Answer = Extract<FromBench, { readonly kind: 'done' | 'compared' }>;
type OnProgress = Parameters<BundleBench['run']>[1];

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
      const said = await ask({ kind: 'attack', subject, solver }, onProgress);
      if (said.kind === 'done') return said.answer;
      throw new Error('The process that attacks bundles answered another question.');
    },
    async compare(earlier, later) {
      const said = await ask({ kind: 'compare', earlier, later, solver }, () => undefined);
      if (said.kind === 'compared') return said.answer;
      throw new Error('The process that attacks bundles answered another question.');
    },
  };

  async function ask(question: unknown, onProgress: OnProgress): Promise<Answer> {
    if (current !== undefined)
      throw new Refusal('attacks-busy', 'Attacks on a bundle are under way. Wait for them or stop them.');
    const child = utilityProcess.fork(program, [], { serviceName: 'freigabe-bench', stdio: 'ignore' });
    const run: Run = { child, stopped: false };
    current = run;
    try {
      return await answerOf(run, question, onProgress);
    } finally {
      if (current === run) current = undefined;
      child.kill();
    }
  }
}

function answerOf(run: Run, question: unknown, onProgress: OnProgress): Promise<Answer> {
  return new Promise((resolve, reject) => {
    run.child.once('exit', () => reject(run.stopped ? stopped() : ended()));
    run.child.on('message', (raw: unknown) => {
      const said = FromBench.safeParse(raw);
      if (!said.success) reject(new Error('The process that attacks bundles answered in another form.'));
      else if (said.data.kind === 'progress') onProgress(said.data.progress);
      else if (said.data.kind === 'failed') reject(refusalOf(said.data.failure));
      else resolve(said.data);
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
