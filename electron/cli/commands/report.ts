import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { reportLanguages, type ReportLanguage } from '../../../shared/bundle/report-html/language.ts';
import { reportHtml } from '../../../shared/bundle/report-html/report-html.ts';
import { toldVerification } from '../../../shared/bundle/report-html/verification-section.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import type { Command } from '../command.ts';
import type { CommandOutcome } from '../outcome.ts';
import { readBundle, readTrust, reportJson, reportText } from './verify.ts';

const help = `Verify a bundle from anyone and write what was found, with what it holds, as one HTML page to read or print.

  report BUNDLE --out FILE.html [--language de|en] [--trust F]

  --language  de or en (default: en)
  --trust F   whose keys you know: trust.json or an OpenSSH allowed_signers file. Without it no key is known.

Exit code 0: a release (or DEMO) whose every check holds, and the report was written; 1: not, the report says why, if there
is one: of a file whose contents cannot be read none is written; 2: it could not be done.
`;

/** `report`. */
export const report: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      language: { type: 'string', default: 'en' },
      trust: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const [path] = positionals;
  if (path === undefined || values.out === undefined)
    throw new Refusal('bad-option', 'Say which bundle, and where to write: report BUNDLE --out FILE.html.', {
      option: path === undefined ? 'report BUNDLE' : '--out FILE.html',
    });
  const language = reportLanguages.find((one) => one === values.language);
  if (language === undefined)
    throw new Refusal('bad-option', `There is no report in "${values.language}": use de or en.`, {
      option: '--language',
    });
  return reportFile({ path, out: values.out, language, trustPath: values.trust });
};

/** Which bundle, and where its report goes. */
export interface ReportRequest {
  readonly path: string;
  readonly out: string;
  readonly language: ReportLanguage;
  readonly trustPath?: string | undefined;
}

/** Verifies a bundle and writes its report. Throws `Refusal` when a file cannot be read or written. */
export async function reportFile({ path, out, language, trustPath }: ReportRequest): Promise<CommandOutcome> {
  const trust = trustPath === undefined ? undefined : await readTrust(trustPath);
  const verified = await verifyBundle(await readBundle(path), trust, nodeCrypto);
  const { contents, outcome } = verified;
  if (contents === undefined)
    return {
      exitCode: 1,
      json: { verification: reportJson(verified), out: null },
      text: `${reportText(verified)}\nNo report: what the file holds cannot be read.\n`,
    };
  const page = reportHtml({
    language,
    contents,
    verification: toldVerification(verified),
  });
  await writeAtomic(out, utf8(page));
  const holds = outcome === 'release' || (outcome === 'demo' && trust === undefined);
  return {
    exitCode: holds ? 0 : 1,
    json: { verification: reportJson(verified), out },
    text: `${reportText(verified)}\nreport   ${out}\n`,
  };
}
