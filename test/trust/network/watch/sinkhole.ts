import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { runCommand } from '../../../../electron/launcher/command.ts';
import { type Frame, readFrame } from './frame.ts';

/** A network of its own for what is started inside. */
export interface Network {
  /** The command line that runs a program inside, still as root. */
  readonly inside: (command: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly close: () => void;
}

/**
 * A network that leads nowhere: addresses, default routes and a name server that nobody answers at. A program inside
 * believes it is connected, and every frame it sends is counted at the far end of the only cable.
 */
export interface Sinkhole extends Network {
  /** Frames that arrived so far. */
  readonly frames: () => readonly Frame[];
}

const nameServer = '198.18.0.53';
const addresses = [
  ['addr', 'add', '198.18.0.2/24'],
  ['-6', 'addr', 'add', 'fd00:213::2/64', 'nodad'],
];
const routes = [
  ['route', 'add', 'default', 'via', '198.18.0.1'],
  ['-6', 'route', 'add', 'default', 'via', 'fd00:213::1'],
];

/** Why no sinkhole can be made here; undefined where one can. */
export function sinkholeObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  if (process.getuid?.() !== 0) return 'only root makes network namespaces';
  const missing = ['ip', 'python3', 'strace', 'Xvfb', 'setpriv'].filter(
    (tool) => runCommand('sh', ['-c', `command -v ${tool}`]).code !== 0,
  );
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  return runCommand('unshare', ['-n', 'true']).code === 0
    ? undefined
    : 'this kernel refuses a network namespace';
}

let made = 0;

function nextName(): string {
  return `fg${process.pid}n${(made += 1)}`;
}

/** A network with nothing but the loopback of this machine. */
export function makeEmptyNetwork(): Network {
  const name = nextName();
  ip(['netns', 'add', name]);
  ip(['-n', name, 'link', 'set', 'lo', 'up']);
  return {
    inside: (command, args) => ['ip', ['netns', 'exec', name, command, ...args]],
    close: () => void runCommand('ip', ['netns', 'del', name]),
  };
}

/** Makes a sinkhole; it is silent before this resolves. */
export async function makeSinkhole(): Promise<Sinkhole> {
  const id = nextName();
  const [near, far] = [`${id}i`, `${id}o`];
  const resolver = join('/etc/netns', near);
  mkdirSync(resolver, { recursive: true });
  writeFileSync(join(resolver, 'resolv.conf'), `nameserver ${nameServer}\n`);
  for (const space of [near, far]) ip(['netns', 'add', space]);
  ip(['link', 'add', near, 'netns', near, 'type', 'veth', 'peer', 'name', far, 'netns', far]);
  quietFarEnd(far);
  connectNearEnd(near);
  const frames: Frame[] = [];
  const counter = await startCounter(far, frames);
  await untilQuiet(frames);
  return {
    inside: (command, args) => ['ip', ['netns', 'exec', near, command, ...args]],
    frames: () => [...frames],
    close: () => {
      counter.kill('SIGKILL');
      for (const space of [near, far]) runCommand('ip', ['netns', 'del', space]);
      rmSync(resolver, { recursive: true, force: true });
    },
  };
}

function quietFarEnd(far: string): void {
  set(far, 'net/ipv6/conf/all/disable_ipv6', 1);
  ip(['-n', far, 'link', 'set', far, 'arp', 'off', 'up']);
}

/** The kernel itself is told to announce nothing; neighbours are never asked for. */
function connectNearEnd(near: string): void {
  const settings = { accept_ra: 0, router_solicitations: 0, dad_transmits: 0, addr_gen_mode: 1 };
  for (const [name, value] of Object.entries(settings)) set(near, `net/ipv6/conf/${near}/${name}`, value);
  ip(['-n', near, 'link', 'set', 'lo', 'up']);
  ip(['-n', near, 'link', 'set', near, 'arp', 'off', 'up']);
  for (const each of [...addresses, ...routes]) ip(['-n', near, ...each, 'dev', near]);
}

function set(space: string, name: string, value: number): void {
  mustRun('ip', ['netns', 'exec', space, 'sh', '-c', `echo ${value} > /proc/sys/${name}`]);
}

function ip(args: readonly string[]): void {
  mustRun('ip', args);
}

function mustRun(command: string, args: readonly string[]): void {
  const done = runCommand(command, args, { timeoutMilliseconds: 10_000 });
  if (done.code !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${done.stderr.trim()}`);
}

async function startCounter(far: string, frames: Frame[]): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'count-frames.py');
  const counter = spawn('ip', ['netns', 'exec', far, 'python3', program, far], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: counter.stdout });
  const ready = once(lines, 'line');
  lines.on('line', (line) => {
    if (line !== 'ready') frames.push(readFrame(Buffer.from(line, 'hex')));
  });
  await ready;
  return counter;
}

const quietMilliseconds = 2500;

/** Waits out the kernel's own announcements of the new addresses. */
async function untilQuiet(frames: Frame[], triesLeft = 8): Promise<void> {
  const before = frames.length;
  await wait(quietMilliseconds);
  if (frames.length === before) return void frames.splice(0);
  if (triesLeft === 0) throw new Error('The new network is never quiet.');
  return untilQuiet(frames, triesLeft - 1);
}
