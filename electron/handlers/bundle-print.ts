import { reportHtml } from '../../shared/bundle/report-html/report-html.ts';
import { toldVerification } from '../../shared/bundle/report-html/verification-section.ts';
import type { Handler } from '../../shared/ipc/contract.ts';
import type { OpenedBundles } from './opened-bundles.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { ReportPrinter } from './ports/report-printer.ts';

/** Writes the report on an opened bundle, with what was verified here, as a tagged PDF where the reader wants it. */
export function bundlePrint(ports: {
  readonly opened: OpenedBundles;
  readonly printer: ReportPrinter;
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly journal: Journal;
}): Handler<'bundle.print'> {
  return async ({ handle, language }) => {
    const { contents, report } = ports.opened.find(handle);
    const path = await ports.dialogs.saveFile('report', `${contents.release.id}.${language}.pdf`);
    if (path === undefined) return undefined;
    const html = reportHtml({ language, contents, verification: toldVerification(report) });
    await ports.files.write(path, await ports.printer.pdf(html, contents.release.releaseDate));
    await ports.journal.record('report.printed', { digest: report.releaseDigest ?? '' });
    return { name: ports.files.name(path) };
  };
}
