import type { Session, WebPreferences } from 'electron';
import { lockedWebPreferences } from '../lockdown/web-preferences.ts';

/** What the window of a page that is only printed is made with: as every other, and no script and no preload at all. */
export function pagePreferences(session: Session): WebPreferences {
  const { preload: _none, ...locked } = lockedWebPreferences(session, '', false);
  return { ...locked, javascript: false };
}
