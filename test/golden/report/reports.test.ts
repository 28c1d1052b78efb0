import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoReports } from '../../support/demo-reports.ts';
import { expectGolden } from '../../support/golden-text.ts';

const { english, german } = demoReports();

describe('the reports of the small demonstration', () => {
  it('are as ever, in English and in German', () => {
    expectGolden('report/demo.en.html.txt', english);
    expectGolden('report/demo.de.html.txt', german);
  });

  it('have the same bytes in every time zone and language of the machine', () => {
    const script = fileURLToPath(new URL('../../support/print-report-digests.ts', import.meta.url));
    const printed = [
      { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ].map((env) => {
      const output = execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      return output.trim().split('\n');
    });
    const [first = [], second = []] = printed;
    expect(first[0]).not.toBe(second[0]);
    const digests = [english, german].map((page) => createHash('sha256').update(page).digest('hex'));
    expect(printed.map((lines) => lines.slice(1))).toEqual([digests, digests]);
  });
});
