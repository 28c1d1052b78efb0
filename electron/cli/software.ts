import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commitOf } from '../launcher/commit.ts';

/** What a bundle says about who made it: name, version and commit, and nothing of this machine. */
export function softwareIdentity(): {
  readonly name: string;
  readonly version: string;
  readonly commit: string;
} {
  const root = new URL('../../', import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return { name: 'freigabe', version, commit: commitOf(fileURLToPath(root)) };
}
