import { utilityProcess } from 'electron';
import { Refusal } from '../../../shared/base/failure.ts';
import { FromUnlock, type ToUnlock } from './messages.ts';

type AnswerKind = Exclude<FromUnlock['kind'], 'failed'>;
type AnswerOf<K extends AnswerKind> = Extract<FromUnlock, { readonly kind: K }>;

/** A process of its own for passphrase and seed. */
export interface UnlockProcess {
  /** One question at a time. Refuses as the process refuses. */
  readonly ask: <K extends AnswerKind>(question: ToUnlock, expected: K) => Promise<AnswerOf<K>>;
  readonly end: () => void;
}

/** Starts it. `program` is the absolute path of the built unlock entry. It lives until `end`. */
export function startUnlockProcess(program: string): UnlockProcess {
  const child = utilityProcess.fork(program, [], { serviceName: 'freigabe-unlock', stdio: 'ignore' });
  const answerTo = (question: ToUnlock): Promise<FromUnlock> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('The unlock process ended before it answered.'));
      child.once('exit', onExit);
      child.once('message', (raw: unknown) => {
        child.removeListener('exit', onExit);
        const answer = FromUnlock.safeParse(raw);
        if (answer.success) resolve(answer.data);
        else reject(new Error('The unlock process answered in another form.'));
      });
      // A process, not a window: there is no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      child.postMessage(question);
    });
  return {
    ask: async (question, expected) => {
      const answer = await answerTo(question);
      if (isAnswer(answer, expected)) return answer;
      if (answer.kind !== 'failed') throw new Error('The unlock process answered another question.');
      const { code, message, detail } = answer.failure;
      throw new Refusal(code, message, detail);
    },
    end: () => void child.kill(),
  };
}

function isAnswer<K extends AnswerKind>(answer: FromUnlock, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}
