import type { WebContents } from 'electron';
import { mainVectors } from './main-vectors.ts';
import { leavingVectors, pageVectors } from './page-vectors.ts';
import { sqlVectors } from './sql-vectors.ts';
import type { Target } from './target.ts';
import {
  mainTargets,
  mainVectorNames,
  nativeTargets,
  pageTargets,
  sqlVectorNames,
  workerTargets,
} from './targets.ts';
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
  return fireInNode(mainTargets);
}

/** Tries the same ways out of the process with native DuckDB, and what a statement can try there. */
export async function fireInNative(
  run: (statement: string) => Promise<unknown>,
): Promise<readonly Attempt[]> {
  const attempts = [...fireInNode(nativeTargets)];
  for (const [index, name] of sqlVectorNames.entries()) {
    const target = nativeTargets[mainVectorNames.length + index];
    if (target === undefined) throw new Error('There is nowhere to go.');
    const outcome = await run(sqlVectors[name](target)).then(() => 'tried', refusalOf);
    attempts.push({ name, outcome });
  }
  return attempts;
}

function fireInNode(targets: readonly Target[]): readonly Attempt[] {
  return mainVectorNames.map((name, index) => ({
    name,
    outcome: attempt(mainVectors[name], targets[index]),
  }));
}

function attempt(vector: Vector, target: Target | undefined): string {
  if (target === undefined) throw new Error('There is nowhere to go.');
  try {
    Promise.resolve(vector(target)).catch(() => undefined);
    return 'tried';
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): string {
  return error instanceof Error ? error.message : 'refused';
}

function attemptText(vector: Vector | undefined, target: Target): string {
  return `(() => { try { Promise.resolve((${String(vector)})(${JSON.stringify(target)})).catch(() => undefined); return 'tried'; }
    catch (error) { return String(error); } })()`;
}
