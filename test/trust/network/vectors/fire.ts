import type { WebContents } from 'electron';
import { mainVectors } from './main-vectors.ts';
import { leavingVectors, pageVectors } from './page-vectors.ts';
import type { Target } from './target.ts';
import { mainTargets, mainVectorNames, pageTargets, workerTargets } from './targets.ts';
import { workerVectors } from './worker-vectors.ts';

/** What became of one attempt, as far as the one who tried can tell. */
export interface Attempt {
  readonly name: string;
  /** `tried`, or the message it was refused with at once. */
  readonly outcome: string;
}

type Vector = (target: Target) => unknown;

/** Tries every way out of a page in it; `elsewhere` gives a page of its own to each that would take the page with it. */
export async function fireInPage(
  page: WebContents,
  elsewhere: () => Promise<WebContents>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const target of pageTargets) {
    const leaving = leavingVectors[target.name];
    const contents = leaving === undefined ? page : await elsewhere();
    const text = attemptText(leaving ?? pageVectors[target.name], target);
    const outcome: unknown = await contents.executeJavaScript(text, true).catch(String);
    attempts.push({ name: target.name, outcome: String(outcome) });
  }
  return attempts;
}

/** The text that tries every way out of a worker, one after the other. */
export function workerText(): string {
  return workerTargets.map((target) => attemptText(workerVectors[target.name], target)).join(';\n');
}

/** Tries every way out of the main process. */
export function fireInMain(): readonly Attempt[] {
  return mainVectorNames.map((name, index) => ({
    name,
    outcome: attempt(mainVectors[name], mainTargets[index]),
  }));
}

function attempt(vector: Vector, target: Target | undefined): string {
  if (target === undefined) throw new Error('There is nowhere to go.');
  try {
    Promise.resolve(vector(target)).catch(() => undefined);
    return 'tried';
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  }
}

function attemptText(vector: Vector | undefined, target: Target): string {
  return `(() => { try { Promise.resolve((${String(vector)})(${JSON.stringify(target)})).catch(() => undefined); return 'tried'; }
    catch (error) { return String(error); } })()`;
}
