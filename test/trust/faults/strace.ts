import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const tracer = 'strace';

/** Why no system call can be made to fail here, or nothing. */
export function straceObstacle(): string | undefined {
  const tried = spawnSync(tracer, ['-f', '-qq', '-o', '/dev/null', 'true']);
  if (tried.error !== undefined) return 'strace is not installed';
  return tried.status === 0 ? undefined : 'strace may not follow processes here';
}

export interface Call {
  readonly name: string;
  /** Which call of that name on these paths, from 1. */
  readonly nth: number;
}

/** The paths below `folder` a program touches. */
export async function pathsTouched(
  program: readonly string[],
  folder: string,
  log: string,
): Promise<string[]> {
  await traced(program, log, ['-e', 'trace=%file']);
  const named = [...readFileSync(log, 'utf8').matchAll(/"(\/[^"]*)"/g)].map((match) => match[1] ?? '');
  return [...new Set(named.filter((path) => path === folder || path.startsWith(`${folder}/`)))];
}

/** Every call a program makes on these paths, in order. */
export async function callsOn(
  program: readonly string[],
  paths: readonly string[],
  log: string,
): Promise<Call[]> {
  await traced(program, log, onPaths(paths));
  const names = [...readFileSync(log, 'utf8').matchAll(/^\d+ +([a-z0-9_]+)\(/gm)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name, i) => ({
    name,
    nth: names.slice(0, i + 1).filter((each) => each === name).length,
  }));
}

/** Runs a program with one call failing, or its process killed there. Tells its output, and whether the fault struck. */
export async function faulty(
  program: readonly string[],
  {
    paths,
    call,
    fault,
    log,
  }: { readonly paths: readonly string[]; readonly call: Call; readonly fault: string; readonly log: string },
): Promise<{ readonly said: string; readonly struck: boolean }> {
  const how = fault === 'SIGKILL' ? 'signal=SIGKILL' : `error=${fault}`;
  const inject = ['-e', `trace=${call.name}`, '-e', `inject=${call.name}:${how}:when=${call.nth}`];
  const { said, killed } = await traced(program, log, [...onPaths(paths), ...inject]);
  const struck = fault === 'SIGKILL' ? killed : readFileSync(log, 'utf8').includes('(INJECTED)');
  return { said, struck };
}

function onPaths(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => ['-P', path]);
}

/** All file calls of Node happen on one thread, in an order that is the same every time. */
function traced(
  program: readonly string[],
  log: string,
  options: readonly string[],
): Promise<{ readonly said: string; readonly killed: boolean }> {
  const child = spawn(
    tracer,
    ['-f', '-qq', '-s', '4096', '-o', log, ...options, process.execPath, ...program],
    {
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ said: said.trim(), killed: signal === 'SIGKILL' }));
  });
}
