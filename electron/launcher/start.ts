import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureBuilt } from './build-application.ts';
import { planLaunch } from './launch-plan.ts';
import { prepareMachine } from './prepare.ts';
import { reportFailure } from './report-failure.ts';
import { repositoryRoot } from './repository.ts';
import { say } from './say.ts';

async function start(appArgs: readonly string[]): Promise<void> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    say(
      'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the same job without a window',
    );
    return runHeadless();
  }
  const runtime = await prepareMachine();
  say(`application: ${ensureBuilt() === 'built' ? 'built' : 'up to date'}`);
  const plan = planLaunch(runtime, appArgs.length === 0 ? ['--demo'] : appArgs);
  for (const note of plan.notes) say(note);
  await runToEnd(plan.command, plan.args, plan.env);
}

async function runHeadless(): Promise<void> {
  const tsx = join(repositoryRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  await runToEnd(process.execPath, [tsx, join(repositoryRoot, 'electron', 'cli', 'entry.ts'), 'demo'], {});
}

async function runToEnd(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
}

await start(process.argv.slice(2)).catch(reportFailure);
