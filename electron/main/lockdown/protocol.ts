import type { Session } from 'electron';
import { createAnswer, type Site } from './answer.ts';
import { appScheme } from './scheme.ts';

/** Serves `site` to one session and to no other: a ticket of the vault means nothing in the desk's session. */
export function serveSite(session: Session, site: Site): void {
  session.protocol.handle(appScheme, createAnswer(site));
}
