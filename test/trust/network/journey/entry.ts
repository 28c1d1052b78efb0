import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ApproveScreen } from '../../../e2e/screens/approve-screen.ts';
import { AttackScreen } from '../../../e2e/screens/attack-screen.ts';
import { ExtractScreen } from '../../../e2e/screens/extract-screen.ts';
import { FrameScreen } from '../../../e2e/screens/frame-screen.ts';
import { InspectScreen } from '../../../e2e/screens/inspect-screen.ts';
import { LookUpScreen } from '../../../e2e/screens/look-up-screen.ts';
import { ReceiptScreen } from '../../../e2e/screens/receipt-screen.ts';
import { SealScreen } from '../../../e2e/screens/seal-screen.ts';
import { TuneScreen } from '../../../e2e/screens/tune-screen.ts';
import { doneLine, journeyVariable, type JourneyOrder, stepLine } from './order.ts';

// A person's way through the application, from the demo to the inspected bundle. Run inside a sinkhole.
const order = JSON.parse(process.env[journeyVariable] ?? '') as JourneyOrder;
const patience = 180_000;
const answers = join(order.folder, 'answers.json');
const bundle = join(order.folder, 'town.freigabe.zip');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function answerDialogs(given: object): void {
  writeFileSync(answers, JSON.stringify(given));
  chmodSync(answers, 0o644);
}

async function launch(): Promise<ElectronApplication> {
  answerDialogs({});
  const env = Object.entries({ ...process.env, FREIGABE_TEST_DIALOGS: answers });
  return _electron.launch({
    args: [
      order.application,
      `--user-data-dir=${join(order.folder, 'user-data')}`,
      `--log-net-log=${order.netLog}`,
      '--demo',
      '--language',
      'en',
    ],
    env: Object.fromEntries(env.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    cwd: order.folder,
    chromiumSandbox: true,
    timeout: patience,
  });
}

async function windowOf(app: ElectronApplication, host: string): Promise<Page> {
  const here = (page: Page): boolean => page.url().startsWith(`app://${host}/`);
  const found = app.windows().find(here);
  if (found !== undefined) return found;
  await app.waitForEvent('window', { timeout: patience }).catch(() => undefined);
  return windowOf(app, host);
}

async function tune(page: Page): Promise<void> {
  const screen = new TuneScreen(page);
  await screen.bars.first().waitFor({ timeout: patience });
  await screen.zones.getByRole('option').first().waitFor({ state: 'attached', timeout: patience });
  await screen.settled();
  say(`${stepLine}open`);
  await screen.dragThreshold(60);
  await screen.settled();
  await new FrameScreen(page).undo();
  await screen.settled();
  say(`${stepLine}tune`);
}

async function lookUp(app: ElectronApplication, page: Page): Promise<void> {
  const frame = new FrameScreen(page);
  await frame.go('extract');
  await new ExtractScreen(page).lookUp.click();
  const window = new LookUpScreen(await windowOf(app, 'look-up'));
  await window.identifier.fill('0123456789abcdef');
  await window.identifier.press('Enter');
  await window.register.waitFor({ timeout: patience });
  await window.escape();
  await frame.go('tune');
  say(`${stepLine}look-up`);
}

async function attack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try attacks' }).click();
  const screen = new AttackScreen(page);
  await screen.tryAll(patience * 2);
  await screen.review.click();
  say(`${stepLine}attacks`);
}

async function approve(app: ElectronApplication, page: Page): Promise<void> {
  const screen = new ApproveScreen(page);
  await screen.fillTerms();
  await screen.fill('Comment', 'Looked at every district.');
  answerDialogs({ save: { bundle } });
  await screen.sign.click();
  const seal = new SealScreen(await windowOf(app, 'seal'));
  await seal.digestGroups.first().waitFor({ timeout: patience });
  say(`${stepLine}approve`);
  await seal.finish(seal.sign);
  await new ReceiptScreen(page).outcome.waitFor({ timeout: patience });
  if (!existsSync(bundle)) throw new Error('There is no bundle.');
  say(`${stepLine}sign and export`);
}

async function inspect(page: Page): Promise<void> {
  answerDialogs({ open: { bundle } });
  await page.getByRole('button', { name: 'Inspect it…' }).click();
  const screen = new InspectScreen(page);
  await screen.checks.first().waitFor({ timeout: patience });
  if ((await screen.codes.count()) > 0) throw new Error('A check of the bundle fails.');
  say(`${stepLine}verify`);
  for (const part of ['Map', 'Tables', 'Recipe', 'Evidence'] as const) await screen.show(part);
  await new FrameScreen(page).speak('Deutsch');
  say(`${stepLine}preview`);
}

mkdirSync(order.folder, { recursive: true });
const app = await launch();
app.process().stderr?.resume();
const page = await windowOf(app, 'desk');
page.setDefaultTimeout(patience);
await tune(page);
await lookUp(app, page);
await attack(page);
await approve(app, page);
await inspect(page);
await app.close();
say(doneLine);
