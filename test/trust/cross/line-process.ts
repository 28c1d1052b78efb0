import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A verifier that stays: asked with arguments, it answers with the exit code it would have had as a process of its own. */
export interface LineProcess {
  readonly ask: (args: readonly string[]) => Promise<number>;
  readonly end: () => void;
}

/** Starts it. It answers one line for each line it is given, in order; questions are refused once it has ended. */
export function lineProcess(command: string, args: readonly string[]): LineProcess {
  const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { readonly resolve: (code: number) => void; readonly reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(Number(line)));
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${command} ended without an answer`));
  });
  const ask = (words: readonly string[]): Promise<number> =>
    new Promise((resolve, reject) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        reject(new Error(`${command} has ended`));
        return;
      }
      waiting.push({ resolve, reject });
      child.stdin.write(`${JSON.stringify(words)}\n`);
    });
  return { ask, end: () => child.stdin.end() };
}
