import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { app, protocol } from 'electron';
import { registerAppScheme } from '../../../../electron/main/lockdown/scheme.ts';
import { createReportPrinter } from '../../../../electron/main/print/report-printer.ts';

/** Prints one page as often as asked and tells, as JSON on the standard output, digests, tags and dates of what came out. */
registerAppScheme(protocol);
const [page = '', times = '0'] = process.argv.slice(-2);
// The window of each print closes, and that is not the end.
app.on('window-all-closed', () => undefined);
// Electron becomes ready only when this file has run to its end: it may not wait for it.
async function run(): Promise<void> {
  await app.whenReady();
  const told = await printedTimes(readFileSync(page, 'utf8'), Number(times));
  process.stdout.write(`printed ${JSON.stringify(told)}\n`, () => app.exit(0));
}
void run();

async function printedTimes(html: string, count: number): Promise<readonly object[]> {
  const printer = createReportPrinter();
  const told: object[] = [];
  for (let i = 0; i < count; i++) {
    // oxlint-disable-next-line no-await-in-loop -- the printer prints one at a time
    const pdf = Buffer.from(await printer.pdf(html, '2026-05-20'));
    const text = pdf.toString('latin1');
    told.push({
      digest: createHash('sha256').update(pdf).digest('hex'),
      isMarked: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(text),
      hasTags: text.includes('/StructTreeRoot'),
      languages: [
        ...new Set([...text.matchAll(/\/Lang\s*\(([^)]*)\)/g)].map((match) => match[1] ?? '')),
      ].toSorted((a, b) => (a < b ? -1 : 1)),
      ofCatalog: /\/Type\s*\/Catalog(?:(?!endobj)[^])*?\/Lang\s*\(([^)]*)\)/.exec(text)?.[1] ?? '',
    });
  }
  return told;
}
