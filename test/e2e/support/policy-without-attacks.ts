import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { PreparedDialogs } from './prepared-dialogs.ts';

/** Opens the solo policy, changed so that it demands no attack: for extracts too small or too revealing to pass any. */
export async function openPolicyWithoutAttacks(
  page: Page,
  dialogs: PreparedDialogs,
  folder: string,
): Promise<void> {
  const file = join(folder, 'without-attacks.json');
  const { solo } = builtInPolicies;
  const policy = { ...solo, id: 'solo-without-attacks', title: 'Solo without attacks' };
  writeFileSync(file, JSON.stringify({ ...policy, attacks: { ...solo.attacks, required: [] } }));
  dialogs.answer({ open: { policy: file } });
  await page.getByRole('button', { name: 'Open policy file…' }).click();
  await page.getByRole('combobox', { name: 'Policy' }).filter({ hasText: policy.title }).waitFor();
}
