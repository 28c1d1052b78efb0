import { app, protocol } from 'electron';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type RunningApplication, startApplication } from './application.ts';
import { parseArguments } from './arguments.ts';
import { lockBeforeReady } from './lockdown/before-ready.ts';

/** What a second start hands to the first. */
const SecondStart = z.strictObject({ args: z.array(z.string().max(4096)).max(64), directory: z.string() });

/** The arguments meant for the application: those behind its folder when Electron was handed one. */
function ownArguments(): readonly string[] {
  if (!process.defaultApp) return process.argv.slice(1);
  const folder = process.argv.findIndex((argument) => resolve(argument) === app.getAppPath());
  return process.argv.slice(Math.max(folder, 1) + 1);
}

function run(args: readonly string[]): void {
  let running: RunningApplication | undefined;
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const second = SecondStart.safeParse(data);
    if (!second.success) return;
    running?.open(parseArguments(second.data.args, second.data.directory).request);
  });
  app.on('window-all-closed', () => app.quit());
  const start = async (): Promise<void> => {
    await app.whenReady();
    running = await startApplication(parseArguments(args, process.cwd()), join(import.meta.dirname, '..'));
  };
  start().catch((error: unknown) => {
    process.stderr.write(`Freigabe could not start: ${error instanceof Error ? error.message : 'unknown'}\n`);
    app.exit(1);
  });
}

lockBeforeReady(app, protocol);
const args = ownArguments();
if (app.requestSingleInstanceLock({ args: [...args], directory: process.cwd() })) run(args);
else app.quit();
