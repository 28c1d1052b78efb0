import { app } from 'electron';

/** Set when the application is built from a repository. */
declare const FREIGABE_COMMIT: string | undefined;

/** What a bundle says about who made it: name, version and commit, and nothing of this machine. */
export function softwareIdentity(): {
  readonly name: string;
  readonly version: string;
  readonly commit: string;
} {
  const commit = typeof FREIGABE_COMMIT === 'string' ? FREIGABE_COMMIT : 'unknown';
  return { name: 'freigabe', version: app.getVersion(), commit };
}
