import { escaped, type Html } from './html.ts';
import type { ReportLanguage } from './language.ts';
import { reportStyle } from './style.ts';

/**
 * What every report begins with: its language, and the rule that a browser loads and runs nothing. Whoever opens a report from
 * anybody is safe by this rule alone, so the verifier asks for these bytes.
 */
export function pageOpening(language: ReportLanguage): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width">',
    '',
  ].join('\n');
}

/** A whole page, self-contained, without script. */
export function pageOf(language: ReportLanguage, title: string, body: Html): string {
  return `${pageOpening(language)}<title>${escaped(title)}</title>\n<style>\n${reportStyle}</style>\n</head>\n<body>\n<main>\n${body.html}</main>\n</body>\n</html>\n`;
}

/** The elements of a report; none of them loads, runs, links or sends anything. */
const plainElements: ReadonlySet<string> = new Set(
  (
    'html head meta title style body main header section figure figcaption h1 h2 h3 p ul ol li dl dt dd pre code strong bdi br ' +
    'table caption thead tbody tr th td svg g rect path line text pattern defs'
  ).split(' '),
);

/** Whether `page` is no more than text, tables and pictures in `language`, as `pageOf` writes it. */
export function isPlainPage(page: string, language: ReportLanguage): boolean {
  const opening = pageOpening(language);
  if (!page.startsWith(opening)) return false;
  const names = Array.from(page.slice(opening.length).matchAll(/<\/?([^\s/>]*)/g), ([, name = '']) =>
    name.toLowerCase(),
  );
  return names.every((name) => name !== 'meta' && plainElements.has(name));
}
