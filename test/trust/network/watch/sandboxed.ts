import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Process {
  readonly command: string;
  readonly status: string;
}

/** How many renderers of one home folder there are; one that has just been started puts on its sandbox a moment later. */
export function startedRenderers(home: string): number {
  return renderersOf(home).length;
}

/**
 * How many renderers of one home folder run with Chromium's sandbox: not as root, unable to gain privileges, behind a filter of
 * system calls. Throws where one runs without.
 */
export function sandboxedRenderers(home: string): number {
  const renderers = renderersOf(home);
  for (const { command, status } of renderers) {
    const safe =
      !command.includes('--no-sandbox') &&
      /^Uid:\t(?!0\t)/m.test(status) &&
      /^NoNewPrivs:\t1$/m.test(status) &&
      /^Seccomp:\t2$/m.test(status);
    if (!safe) throw new Error(`A renderer runs without the sandbox: ${status}`);
  }
  return renderers.length;
}

function renderersOf(home: string): readonly Process[] {
  return processes().filter(
    ({ command }) => command.includes('--type=renderer') && command.includes(`--user-data-dir=${home}`),
  );
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (name: string): string => readFileSync(join('/proc', pid, name), 'utf8');
        return [{ command: read('cmdline').replaceAll('\0', ' '), status: read('status') }];
      } catch {
        return [];
      }
    });
}
