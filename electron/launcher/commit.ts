import { execFileSync } from 'node:child_process';

/** The commit a checkout stands at, `unknown` where there is no repository. */
export function commitOf(folder: string): string {
  try {
    const asked = ['rev-parse', 'HEAD'];
    return execFileSync('git', asked, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
