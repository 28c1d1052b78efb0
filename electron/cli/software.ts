import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a bundle says about who made it: name, version and commit, and nothing of this machine. */
export function softwareIdentity(): {
  readonly name: string;
  readonly version: string;
  readonly commit: string;
} {
  const root = new URL('../../', import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return { name: 'freigabe', version, commit: commitOf(root) };
}

function commitOf(root: URL): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
