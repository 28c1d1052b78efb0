import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Network } from './sinkhole.ts';

export interface Display {
  /** As DISPLAY names it. */
  readonly name: string;
  readonly process: ChildProcess;
}

const firstNumber = 200;
const numbers = 5000;

/**
 * Starts an X server inside a network. Its number is named, so that it takes the lock of that number: servers that choose for
 * themselves do not see each other from one network to another, and take each other's socket in the file system.
 */
export async function startDisplay(network: Network, triesLeft = 20): Promise<Display> {
  const number = firstNumber + ((process.pid * 7 + triesLeft * 13) % numbers);
  const again = (): Promise<Display> => {
    if (triesLeft === 0) throw new Error('No display could be started.');
    return startDisplay(network, triesLeft - 1);
  };
  if (existsSync(`/tmp/.X${number}-lock`)) return again();
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1600x1000x24'];
  const [command, all] = network.inside('Xvfb', [`:${number}`, ...args]);
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const told = child.stdio[3];
  if (told === null || told === undefined) throw new Error('The display has nowhere to tell its number.');
  const ready = await Promise.race([once(told, 'data'), once(child, 'exit').then(() => undefined)]);
  return ready === undefined ? again() : { name: `:${number}`, process: child };
}
