import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Network } from './sinkhole.ts';

export interface Display {
  /** As DISPLAY names it. */
  readonly name: string;
  readonly process: ChildProcess;
}

/** Starts an X server inside a network; it listens at a socket of the file system only. */
export async function startDisplay(network: Network): Promise<Display> {
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1600x1000x24'];
  const [command, all] = network.inside('Xvfb', args);
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const told = child.stdio[3];
  if (told === null || told === undefined) throw new Error('The display has nowhere to tell its number.');
  const [number] = (await once(told, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, process: child };
}
