import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { PreparedDialogs } from './prepared-dialogs.ts';

/** Opens a policy from a file on the Tune step, and waits until it is the one that holds. */
export async function openPolicy(page: Page, dialogs: PreparedDialogs, policy: Policy): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'freigabe-policy-')), 'policy.json');
  writeFileSync(file, JSON.stringify(policy));
  dialogs.answer({ open: { policy: file } });
  await page.getByRole('button', { name: 'Open policy file…' }).click();
  await page.getByRole('combobox', { name: 'Policy' }).filter({ hasText: policy.title }).waitFor();
}
