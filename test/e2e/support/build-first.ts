import { ensureBuilt } from '../../../electron/launcher/build-application.ts';

/** Builds the application before two workers would at once. */
// oxlint-disable-next-line import/no-default-export -- Playwright runs the default export of a file
export default function buildFirst(): void {
  ensureBuilt();
}
