import { element, together, type Html } from './html.ts';
import { qrPicture } from './qr-picture.ts';
import { section } from './section.ts';
import { reportTable } from './tables.ts';
import type { ReportWords } from './words.ts';
import type { ReportLanguage } from './language.ts';
import type { Outcome, SeenSignature, VerificationReport } from '../report.ts';
import { checkText } from '../report.ts';

/** A check as a report prints it. */
export interface ToldCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly code?: string | undefined;
  /** What was found, in the language that is named. */
  readonly text: string;
  readonly language: ReportLanguage;
}

/** What a verifier found, and what came with the bundle beside the sealed files. */
export interface ToldVerification {
  readonly outcome: Outcome;
  readonly releaseDigest: string;
  readonly solo: boolean;
  readonly checks: readonly ToldCheck[];
  readonly signatures: readonly SeenSignature[];
  /** The text of `ledger/checkpoint.txt`, where the bundle has one. */
  readonly checkpoint?: string | undefined;
}

/** What a verifier found, its checks in English, and the checkpoint that came with the bundle. */
export function toldVerification(report: VerificationReport): ToldVerification {
  const { outcome, solo, releaseDigest = '', checks, signatures, checkpoint } = report;
  return {
    outcome,
    solo,
    releaseDigest,
    checks: checks.map((check) => ({
      id: check.id,
      ok: check.ok,
      code: check.code,
      text: checkText(check),
      language: 'en',
    })),
    signatures,
    checkpoint,
  };
}

/** Outcome, digest in eight groups and as a code, one line for each check, who decided, and the checkpoint. */
export function verificationSection(told: ToldVerification, words: ReportWords): Html {
  const { columns, notes, sections, verdict } = words;
  return together(
    section(
      sections.verified,
      element('p', { class: told.outcome === 'rejected' ? 'mark fail' : 'mark' }, verdict[told.outcome]),
      ...digest(told.releaseDigest, words),
      reportTable(
        [columns.check, columns.outcome, columns.code, columns.found],
        told.checks.map(({ id, ok, code, text, language }) => [
          words.checks[id] ?? id,
          { className: ok ? 'word pass' : 'word fail', child: ok ? words.held.yes : words.held.no },
          code === undefined ? '' : element('code', {}, code),
          element('bdi', { lang: language === words.language ? undefined : language }, text),
        ]),
      ),
    ),
    section(sections.chain, ...chain(told.signatures, words)),
    told.checkpoint === undefined
      ? undefined
      : section(sections.ledger, element('p', {}, notes.checkpoint), element('pre', {}, told.checkpoint)),
  );
}

function digest(releaseDigest: string, words: ReportWords): readonly Html[] {
  if (!/^[0-9a-f]{64}$/.test(releaseDigest)) return [];
  const groups = releaseDigest.match(/.{8}/g)?.join(' ') ?? '';
  return [
    element('p', {}, `${words.terms.digest}: `, element('code', {}, groups)),
    qrPicture(releaseDigest, words.codeAlt),
    element('p', { class: 'note' }, words.notes.digest),
  ];
}

function chain(signatures: readonly SeenSignature[], words: ReportWords): readonly Html[] {
  const { columns, notes, roles, decisions, known } = words;
  const auditHead = signatures.at(-1)?.auditHead;
  if (signatures.length === 0) return [element('p', {}, notes.noSignature)];
  return [
    reportTable(
      [columns.number, columns.signer, columns.decision, columns.key, columns.time, columns.comment],
      signatures.map((one, i) => [
        `${i + 1}`,
        together(element('bdi', {}, one.signer), ` (${named(roles, one.role)})`),
        named(decisions, one.decision),
        together(element('code', {}, one.fingerprint), ` ${one.known ? known.yes : known.no}`),
        one.claimedTime,
        element('bdi', {}, one.comment),
      ]),
    ),
    element('p', { class: 'note' }, notes.claimed),
    ...(auditHead === undefined
      ? []
      : [element('p', {}, `${notes.auditHead} `, element('code', {}, auditHead))]),
  ];
}

function named(list: Readonly<Record<string, string>>, key: string): string {
  return list[key] ?? key;
}
