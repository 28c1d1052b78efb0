import { expect, type Page, test } from '@playwright/test';
import { attackNames } from '../../../shared/policy/attack-limits.ts';
import { ApproveScreen } from '../screens/approve-screen.ts';
import { AttackScreen } from '../screens/attack-screen.ts';
import { FrameScreen } from '../screens/frame-screen.ts';
import { TuneScreen } from '../screens/tune-screen.ts';
import { expectAccessibleInBoth } from '../support/accessible.ts';
import type { LaunchedFreigabe } from '../support/launch.ts';
import { openDemo } from '../support/opened-demo.ts';

test.describe.configure({ mode: 'serial' });

let page: Page;
let freigabe: LaunchedFreigabe;
let frame: FrameScreen;
let tune: TuneScreen;
let attacks: AttackScreen;

test.beforeAll(async () => {
  ({ page, freigabe } = await openDemo());
  frame = new FrameScreen(page);
  tune = new TuneScreen(page);
  attacks = new AttackScreen(page);
});

test.afterAll(async () => {
  await freigabe.close();
});

test('nine cards wait until they are asked for, and approving waits for them', async () => {
  await page.getByRole('button', { name: 'Try attacks' }).click();
  await expect(attacks.cards).toHaveCount(attackNames.length);
  for (const attack of attackNames) expect(await attacks.standing(attack)).toBe('notTested');
  await expectAccessibleInBoth(page, 'Attacks, none tried');
  await attacks.review.click();
  const approve = new ApproveScreen(page);
  await expect(approve.gates.filter({ hasText: 'Was this person in it?' })).toContainText('not tested');
  await approve.fillTerms();
  await expect(approve.sign).toHaveAccessibleName(/Run the attacks the policy demands/);
  await expect(approve.sign).toHaveAttribute('aria-disabled', 'true');
  await frame.go('attacks');
});

test('a run tells how far it is, is called off, and keeps what was done', async () => {
  await expect(attacks.run).not.toHaveAttribute('aria-disabled', 'true');
  await attacks.run.click();
  await expect(attacks.running).toBeVisible();
  await expect(attacks.card('small-groups')).toHaveAttribute('data-standing', 'pass');
  await expect(attacks.running).toContainText(/[5-9] of 9/);
  await attacks.cancel.click();
  await expect(attacks.running).toBeHidden();
  expect(await attacks.standing('small-groups')).toBe('pass');
  expect(await attacks.standing('reconstruction')).toBe('notTested');
  await expect(attacks.run).toHaveText('Run the other attacks');
});

test('every attack is tried and says what it found', async () => {
  test.setTimeout(240_000);
  await attacks.tryAll();
  for (const attack of attackNames) {
    const standing = await attacks.standing(attack);
    expect(['pass', 'fail', 'told'], `${attack} was tried`).toContain(standing);
  }
  expect(await attacks.standing('usefulness'), 'usefulness has no gate').toBe('told');
  await expect(attacks.card('membership').getByRole('img')).toHaveAccessibleName(/from 50, guessing, to 100/);
  const table = attacks.card('recovery').getByRole('table');
  for (const row of [
    'this release',
    'always at home',
    'busiest zone',
    'known places only',
    'linked at random',
  ])
    await expect(table.getByRole('rowheader', { name: row }), 'a figure beside its baselines').toBeVisible();
  await expectAccessibleInBoth(page, 'Attacks, all tried');
});

test('a card opens to what was asked, tried and measured', async () => {
  await attacks.open('membership');
  for (const part of [
    'What it asks',
    'What was measured',
    'How it is tried',
    'What it was tried with',
    'What it does not show',
  ])
    await expect(attacks.panel.getByRole('heading', { name: part })).toBeVisible();
  await expect(attacks.panel.getByText(/^[0-9a-f]{64}/)).toBeVisible();
  await expectAccessibleInBoth(page, 'Attacks, a card open');
  await attacks.panel.getByRole('button', { name: 'Close' }).click();
  await expect(attacks.panel.getByRole('heading', { name: 'Choose a card' })).toBeVisible();
});

test('what was tried belongs to its recipe, and undo brings it back', async () => {
  await frame.go('tune');
  await expect(page.locator('.attack-summary li')).toHaveCount(attackNames.length);
  await tune.typeMinimum(60);
  await frame.go('attacks');
  await expect(attacks.card('membership')).toHaveAttribute('data-standing', 'notTested');
  await expect(attacks.card('membership')).toContainText('On an earlier recipe');
  await frame.undo();
  await expect(attacks.card('membership')).not.toHaveAttribute('data-standing', 'notTested');
  await attacks.review.click();
  const gate = new ApproveScreen(page).gates.filter({ hasText: 'Can they be followed?' });
  await expect(gate).not.toContainText('not tested');
});
