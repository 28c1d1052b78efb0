import { BrowserWindow, session, type Session } from 'electron';
import type { ReportPrinter } from '../../handlers/ports/report-printer.ts';
import { inTurn } from '../in-turn.ts';
import { securityHeaders } from '../lockdown/content-security-policy.ts';
import { appScheme, entryAddress } from '../lockdown/scheme.ts';
import { lockSession, partitionName } from '../lockdown/session.ts';
import { pagePreferences } from './page-preferences.ts';
import { withFixedDates } from './fixed-dates.ts';

/** A report may style itself and show pictures it carries; it loads and runs nothing. */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Prints reports in a hidden window without script, preload or permission, whose session serves the one page that is printed and nothing
 * else. One at a time.
 */
export function createReportPrinter(): ReportPrinter {
  const page = { html: '' };
  let prepared: Promise<Session> | undefined;
  const once = inTurn();
  return {
    pdf: (html, date) =>
      once(async () => {
        prepared ??= prepareSession(page);
        const own = await prepared;
        page.html = html;
        try {
          return withFixedDates(await printed(own), date);
        } finally {
          page.html = '';
        }
      }),
  };
}

async function prepareSession(page: { readonly html: string }): Promise<Session> {
  const own = session.fromPartition(partitionName('report'), { cache: false });
  await lockSession(own, { devTools: false });
  own.protocol.handle(appScheme, ({ method, url }) =>
    method === 'GET' && url === entryAddress('report')
      ? new Response(page.html, {
          headers: {
            ...securityHeaders,
            'Content-Security-Policy': reportPolicy,
            'Content-Type': 'text/html; charset=utf-8',
          },
        })
      : new Response(null, { status: 404, headers: { ...securityHeaders } }),
  );
  return own;
}

async function printed(own: Session): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false, webPreferences: pagePreferences(own) });
  try {
    await window.loadURL(entryAddress('report'));
    return await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: 'A4',
    });
  } finally {
    window.destroy();
  }
}
