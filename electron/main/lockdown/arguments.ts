/** Switches a packaged application accepts, without dashes; everything else that starts with a dash ends it. */
const acceptedSwitches: ReadonlySet<string> = new Set(
  'demo events cells persons objections zones places population language theme lang ozone-platform'.split(
    ' ',
  ),
);

/** sysexits.h EX_CONFIG: started in a way that is not allowed. */
export const refusedArgumentsExitCode = 78;

/**
 * The arguments a packaged application refuses to start with, such as `--remote-debugging-port`, which no fuse blocks.
 * `args` is `process.argv` without the executable. On Windows Chromium takes `/name` for a switch as well.
 */
export function refusedArguments(args: readonly string[], platform: string): readonly string[] {
  const mark = platform === 'win32' ? /^[-/]/ : /^-/;
  return args.filter((argument) => mark.test(argument) && !acceptedSwitches.has(switchName(argument)));
}

function switchName(argument: string): string {
  return (argument.replace(/^[-/]+/, '').split('=')[0] ?? '').toLowerCase();
}
