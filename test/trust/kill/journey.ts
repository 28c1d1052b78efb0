import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ApproveScreen } from '../../e2e/screens/approve-screen.ts';
import { ExtractScreen } from '../../e2e/screens/extract-screen.ts';
import { FrameScreen } from '../../e2e/screens/frame-screen.ts';
import { ReceiptScreen } from '../../e2e/screens/receipt-screen.ts';
import { SealScreen } from '../../e2e/screens/seal-screen.ts';
import { TuneScreen } from '../../e2e/screens/tune-screen.ts';
import { type Acknowledged, listen } from './acknowledged.ts';
import { type Ground, passphrase } from './ground.ts';
import type { KillPlan, KillStep } from './plan.ts';

const patience = 60_000;

export interface Where {
  readonly application: string;
  readonly display: string;
}

/** A start of the application on the kept profile. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly heard: Acknowledged;
  readonly ground: Ground;
  /** Ends every process of it at once. */
  readonly kill: () => Promise<void>;
}

export async function start(ground: Ground, { application, display }: Where): Promise<Started> {
  const app = await _electron.launch({
    args: [application, `--user-data-dir=${ground.userData}`, '--language', 'en', '--events', ground.events],
    env: environment({ DISPLAY: display, TMPDIR: ground.temporary, FREIGABE_TEST_DIALOGS: ground.answers }),
    cwd: ground.folder,
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: patience,
  });
  app.process().stderr?.resume();
  const { pid } = app.process();
  const exited = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (pid !== undefined && app.process().exitCode === null) process.kill(-pid, 'SIGKILL');
    await exited;
  };
  const page = await windowOf(app, 'desk');
  const heard = await listen(app);
  page.setDefaultTimeout(patience);
  return { app, page, heard, ground, kill };
}

function environment(own: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries({ ...process.env, ...own });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function windowOf(app: ElectronApplication, host: string): Promise<Page> {
  const late = Date.now() + patience;
  while (Date.now() < late) {
    const found = app.windows().find((page) => page.url().startsWith(`app://${host}/`));
    if (found !== undefined) return found;
    // oxlint-disable-next-line no-await-in-loop -- a window comes when it comes
    await wait(50);
  }
  throw new Error(`no window of ${host}`);
}

/** Waits until the ledger begins to keep a bundle: from now on the release is on its way. */
async function releaseSeen({ userData }: Ground, page: Page): Promise<void> {
  const folder = join(userData, 'ledger', 'release', 'bundles');
  // oxlint-disable-next-line no-await-in-loop -- watched as closely as can be
  while (!page.isClosed() && !holdsSomething(folder)) await wait(1);
}

function holdsSomething(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** What the window offers of work that was left: the minimum of its recipe as it stands once it was put back. */
export async function continueWork({ page }: Started): Promise<number | undefined> {
  const extract = new ExtractScreen(page);
  await page.getByLabel('Meaning of column subscriber').waitFor({ state: 'attached' });
  const offered = page.getByRole('button', { name: /^Continue / });
  const waits = (await offered.count()) > 0;
  if (waits) await offered.first().click();
  else await extract.noRegisterReason.fill('Applied upstream');
  await page.getByRole('button', { name: 'Read extract' }).click();
  await extract.understood.waitFor();
  await new FrameScreen(page).go('tune');
  const tune = new TuneScreen(page);
  await tune.minimum.waitFor();
  return waits ? Number(await tune.minimum.inputValue()) : undefined;
}

export interface Journey {
  /** Steps as they begin. */
  readonly begin: (step: KillStep) => void;
  readonly typed: number[];
}

/** From the opened extract to the exported release. */
export async function travel(
  { app, page, ground }: Started,
  plan: KillPlan,
  { begin, typed }: Journey,
): Promise<void> {
  const tune = new TuneScreen(page);
  const policy = page.getByRole('combobox', { name: 'Policy' });
  if (!(await policy.textContent())?.includes('Solo without attacks')) {
    await page.getByRole('button', { name: 'Open policy file…' }).click();
    await policy.filter({ hasText: 'Solo without attacks' }).waitFor();
  }
  begin('tune');
  await tune.choose('Time', 'day');
  for (const minimum of plan.minimums) {
    typed.push(minimum);
    // oxlint-disable-next-line no-await-in-loop -- one change after the other
    await tune.typeMinimum(minimum);
    // oxlint-disable-next-line no-await-in-loop -- a person takes longer
    await wait(250);
  }
  begin('approve');
  await new FrameScreen(page).go('approve');
  const approve = new ApproveScreen(page);
  await approve.fillTerms();
  await page.getByRole('button', { name: 'Choose key file…' }).click();
  await page.getByText(/^SHA256:/).waitFor();
  await approve.sign.and(page.locator('button:not([aria-disabled])')).waitFor();
  begin('sign');
  await approve.sign.click();
  const seal = new SealScreen(await windowOf(app, 'seal'));
  await seal.passphrase.fill(passphrase);
  begin('unlock');
  await Promise.all([seal.finish(seal.sign), releaseSeen(ground, page).then(() => begin('write'))]);
  await new ReceiptScreen(page).outcome.waitFor();
  begin('done');
  await wait(600);
}
