import { createInterface } from 'node:readline';
import { verifyCommand } from '../../../../electron/cli/bundle-commands.ts';

/** The command `verify` of the command line for many bundles in one process: a line of arguments (a JSON list) in, its exit code out. */
for await (const line of createInterface({ input: process.stdin })) {
  const args = JSON.parse(line) as readonly string[];
  const code = await verifyCommand(args, () => undefined).then(
    ({ exitCode }) => exitCode,
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      return 2;
    },
  );
  process.stdout.write(`${code}\n`);
}
