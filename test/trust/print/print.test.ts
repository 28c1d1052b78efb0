import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveElectronRuntime } from '../../../electron/launcher/electron-runtime.ts';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { reportHtml } from '../../../shared/bundle/report-html/report-html.ts';
import { toldVerification } from '../../../shared/bundle/report-html/verification-section.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { smallRelease, smallTrust } from '../../support/small-bundle.ts';
import { type BuiltFile, builtFile, printedBy } from '../runtimes.ts';
import { tellTrial, trials } from '../trial.ts';

const times = trials(3, 10);
let folder = '';
let printing: BuiltFile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-print-'));
  printing = await builtFile(join(import.meta.dirname, 'harness/main.ts'), 'print');
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  printing.remove();
});

it('D3: a report prints to the same bytes each time, with its tags', { timeout: 120_000 }, async () => {
  const begin = performance.now();
  const report = await verifyBundle(await smallRelease(), smallTrust(), nodeCrypto);
  if (report.contents === undefined) throw new Error('the small bundle cannot be opened');
  const page = join(folder, 'page.html');
  const html = reportHtml({
    language: 'de',
    contents: report.contents,
    verification: toldVerification(report),
  });
  writeFileSync(page, html);
  const { executable } = await resolveElectronRuntime();
  const data = `--user-data-dir=${join(folder, 'data')}`;
  const args = ['-a', executable, '--no-sandbox', data, printing.path, page, `${times}`];
  const out = await printedBy('xvfb-run', args, { cwd: folder, environment: {} });
  const [, json = '[]'] = /^printed (.*)$/m.exec(out) ?? [];
  const told = JSON.parse(json) as readonly object[];
  const [first] = told;
  const different = told.filter((one) => JSON.stringify(one) !== JSON.stringify(first)).length;
  const seconds = (performance.now() - begin) / 1000;
  tellTrial({ id: 'D3', what: 'prints of one report', trials: told.length, failed: different, seconds });
  expect(told).toHaveLength(times);
  expect(first).toMatchObject({ isMarked: true, hasTags: true, languages: ['de', 'en'], ofCatalog: 'de' });
  expect(different).toBe(0);
});
