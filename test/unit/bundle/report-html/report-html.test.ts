import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { utf8 } from '../../../../shared/base/bytes.ts';
import { paths } from '../../../../shared/bundle/names.ts';
import type { OpenedBundle } from '../../../../shared/bundle/report.ts';
import { englishAttacks } from '../../../../shared/bundle/report-html/attacks-english.ts';
import { germanAttacks } from '../../../../shared/bundle/report-html/attacks-german.ts';
import { isPlainPage } from '../../../../shared/bundle/report-html/page.ts';
import { reportHtml } from '../../../../shared/bundle/report-html/report-html.ts';
import {
  type ToldVerification,
  toldVerification,
} from '../../../../shared/bundle/report-html/verification-section.ts';
import { englishWords } from '../../../../shared/bundle/report-html/words-english.ts';
import { germanWords } from '../../../../shared/bundle/report-html/words-german.ts';
import { signBundle } from '../../../../shared/bundle/approvals.ts';
import type { BundleContents } from '../../../../shared/bundle/bundle-contents.ts';
import { sealBundle } from '../../../../shared/bundle/seal.ts';
import { nextPlace } from '../../../../shared/ledger/leaves.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { gateIds } from '../../../../shared/evidence/gate.ts';
import { attackNames } from '../../../../shared/policy/attack-limits.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { predicateOf } from '../../../../shared/recipe/guarantee.ts';
import { emptyLedger, published, withLedger } from '../../../support/ledger-publisher.ts';
import {
  smallContents,
  smallRecipe,
  smallRelease,
  smallTrust,
  tablesOf,
  testSigner,
} from '../../../support/small-bundle.ts';
import { smallEvidence } from '../../../support/small-evidence.ts';
import { editText, filesOf, resealed } from '../../../support/tampered-bundle.ts';

const languages = ['en', 'de'] as const;
const reportPath = { en: paths.reportEnglish, de: paths.reportGerman } as const;

function sealedReport(bytes: Uint8Array, language: 'en' | 'de'): string {
  return Buffer.from(filesOf(bytes).get(reportPath[language]) ?? '').toString('utf8');
}

async function opened(
  change: Partial<BundleContents> = {},
): Promise<{ readonly contents: OpenedBundle; readonly verification: ToldVerification }> {
  const report = await verifyBundle(await smallRelease(change), smallTrust(), nodeCrypto);
  if (report.contents === undefined) throw new Error('the small bundle cannot be opened');
  return { contents: report.contents, verification: toldVerification(report) };
}

/** What a reader sees of a page: its texts, without tags. */
function shown(page: string): string {
  const [, body = ''] = page.split('<main>');
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
}

describe.each(languages)('the report in %s', (language) => {
  it('lies in the bundle, and is the one made again from what the bundle holds', async () => {
    const bytes = await smallRelease({ evidence: smallEvidence });
    const { contents } = await opened({ evidence: smallEvidence });
    expect(sealedReport(bytes, language)).toBe(reportHtml({ language, contents }));
  });

  it('tells terms, rule, gates, attacks with intervals, counts and software', async () => {
    const { contents } = await opened({
      evidence: smallEvidence,
      recipe: {
        ...smallRecipe,
        terms: {
          ...smallRecipe.terms,
          recipientProfile: 'research',
          dpiaReference: 'DPIA 2026-14',
          reviewBy: '2027-03-01',
        },
      },
    });
    const text = shown(reportHtml({ language, contents }));
    const number = (value: string): string =>
      language === 'en' ? value : value.replaceAll(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
    for (const part of [
      smallRecipe.terms.purpose,
      smallRecipe.terms.legalBasis,
      smallRecipe.terms.recipient,
      'DPIA 2026-14',
      language === 'en' ? '1 March 2027' : '1. März 2027',
      language === 'en' ? 'a research partner' : 'Forschung',
      'Looked at with care.',
      predicateOf(smallRecipe),
      number('0.56 (0.549 – 0.57)'),
      number('54.734'),
      number('1,234,567'),
      number('1,234'),
      contents.release.id,
      'freigabe 0.1.0 , 0000000',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('5eed');
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('has its headings in order, headers for every column and row, and words for both pictures', async () => {
    const page = reportHtml({ language, ...(await opened({ evidence: smallEvidence })) });
    const levels = [...page.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<th(?:>| (?!scope="(?:col|row)"))/);
    const tables = page.match(/<table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    expect(page.match(/<thead><tr><th scope="col"/g)).toHaveLength(tables.length);
    const pictures = page.match(/<svg(?![^>]*aria-hidden)[^>]*>/g) ?? [];
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(picture).toMatch(/role="img" aria-label="[^"]{10,}"/);
  });

  it('escapes every text of the publisher', async () => {
    const hostile = `</title><script>alert(1)</script><img src=x onerror='a()'>&amp; "q" \u202Ezzz`;
    const recipe = {
      ...smallRecipe,
      title: hostile.slice(0, 120),
      terms: {
        ...smallRecipe.terms,
        purpose: hostile,
        legalBasis: hostile,
        recipient: hostile,
        dpiaReference: hostile,
      },
    };
    const policy = { ...builtInPolicies.default, title: hostile.slice(0, 120) };
    const gate = {
      id: hostile,
      kind: 'attested',
      outcome: 'fail',
      detail: { measured: hostile, limit: hostile },
    };
    const attack = {
      attack: hostile,
      version: 1,
      outcome: 'notTested',
      reason: hostile,
      measured: hostile,
      figures: { [hostile]: hostile },
    };
    const evidence = {
      comment: hostile,
      gates: [gate],
      attacks: [attack],
      stages: { pseudonymiseAndMinimise: { dropped: { [hostile]: 1 } } },
    };
    const software = { name: hostile, version: hostile, commit: hostile };
    const change = { recipe, policy, evidence, software, organisation: hostile.replace('\u202E', '') };
    const { contents, verification } = await opened(change);
    const signatures = [
      {
        signer: hostile,
        role: hostile,
        decision: hostile,
        claimedTime: hostile,
        comment: hostile,
        fingerprint: hostile,
        known: false,
        auditHead: hostile,
      },
    ] as unknown as ToldVerification['signatures'];
    const checks = [{ id: hostile, ok: false, code: hostile, text: hostile, language: 'en' as const }];
    const page = reportHtml({
      language,
      contents,
      verification: { ...verification, signatures, checks, checkpoint: hostile },
    });
    expect(page.split('alert(1)').length).toBeGreaterThan(20);
    expect(page).not.toMatch(/<script|<img|<\/title>.*<\/title>/s);
    expect(page.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    expect(page).not.toContain('\u202E');
    expect(isPlainPage(page, language)).toBe(true);
  });

  it('tells no figure about the raw data where noise is the promise', async () => {
    const recipe = {
      ...smallRecipe,
      levels: [],
      products: ['frequency' as const],
      maximumGroupsPerPersonDay: 24,
      guarantee: { kind: 'differentialPrivacy' as const, rho: '0.1', deltaExponent: 6 },
    };
    const tables = tablesOf(recipe, {
      frequency: [
        { zoneId: 'a1', band: 'all', ageBand: 'all', gender: 'all', persons: 340, status: 'published' },
      ],
    });
    const zones = {
      type: 'FeatureCollection' as const,
      features: [
        {
          properties: { zone_id: 'a1' },
          geometry: {
            type: 'Polygon' as const,
            coordinates: [
              [
                [12, 51],
                [12.1, 51],
                [12.1, 51.1],
                [12, 51],
              ],
            ],
          },
        },
      ],
    };
    const { contents } = await opened({ recipe, tables, zones, evidence: smallEvidence });
    const text = shown(reportHtml({ language, contents }));
    expect(JSON.stringify(smallEvidence)).toMatch(/9876.*293|293.*9876/);
    for (const number of [/9[.,]?876/, /1[.,]234/, /0[.,]56/, /54[.,]7/, /0[.,]045/, / 293 /])
      expect(text).not.toMatch(number);
    expect(text).toMatch(/epsilon/i);
  });

  it('says of evidence in a form it does not know that it does not know it', async () => {
    const { contents } = await opened({ evidence: { gates: 'x', attacks: [{ attack: 1 }], stages: [] } });
    const { notes } = language === 'en' ? englishWords : germanWords;
    const text = shown(reportHtml({ language, contents }));
    expect(text).toContain(notes.noGates);
    expect(text).toContain(notes.noAttacks);
  });

  it('names on demand the outcome, the digest in eight groups, each check with its code, signers and checkpoint', async () => {
    const { contents, verification } = await opened();
    const broken = { id: 'table', ok: false, code: 'E_TABLE', text: 'broken', language: 'en' as const };
    const page = reportHtml({
      language,
      contents,
      verification: {
        ...verification,
        checks: [...verification.checks, broken],
        checkpoint: 'origin\n7\nroot=',
      },
    });
    const text = shown(page);
    expect(text).toMatch(/(?: [0-9a-f]{8}){8} /);
    expect(text).toContain(verification.releaseDigest.match(/.{8}/g)?.join(' ') ?? 'none');
    expect(text).toMatch(/E_TABLE broken/);
    for (const { fingerprint, claimedTime, signer } of verification.signatures)
      for (const part of [fingerprint, claimedTime, signer]) expect(text).toContain(part);
    expect(page).toContain('<pre>origin\n7\nroot=</pre>');
  });

  it('names the audit log of the last signature and the checkpoint, as they came with the bundle', async () => {
    const { ledger } = await published(emptyLedger(), 'One');
    const place = nextPlace(ledger.origin, ledger.leaves, nodeCrypto);
    const sealed = sealBundle(smallContents({ ledger: place }), nodeCrypto);
    const heads = ['a'.repeat(64), 'b'.repeat(64)] as const;
    const request = { role: 'preparer', signer: 'petra', claimedTime: '2026-05-21T10:00:00Z' } as const;
    const once = await signBundle(
      sealed.bytes,
      { ...request, auditHead: heads[0] },
      testSigner('petra'),
      nodeCrypto,
    );
    const again = { ...request, role: 'privacy-officer', signer: 'otto', auditHead: heads[1] } as const;
    const twice = await signBundle(once, again, testSigner('otto'), nodeCrypto);
    const told = async (bytes: Uint8Array): Promise<string> => {
      const report = await verifyBundle(bytes, smallTrust(), nodeCrypto);
      if (report.contents === undefined) throw new Error('the bundle cannot be opened');
      return reportHtml({ language, contents: report.contents, verification: toldVerification(report) });
    };
    const { notes } = language === 'en' ? englishWords : germanWords;
    expect(await told(once)).toContain(`<p>${notes.auditHead} <code>${heads[0]}</code></p>`);
    const page = await told(await withLedger(twice, ledger));
    expect(page).toContain(heads[1]);
    expect(page).not.toContain(heads[0]);
    expect(page).toContain(`<pre>${ledger.origin}\n1\n`);
    expect(await told(await smallRelease())).not.toContain(notes.auditHead);
  });
});

describe('a sealed report', () => {
  it.each([
    ['another language', (page: string) => page.replace('lang="en"', 'lang="de"')],
    ['a script', (page: string) => page.replace('<main>', '<main><script>1</script>')],
    ['a script in capitals', (page: string) => page.replace('<main>', '<main><SCRIPT >1</SCRIPT>')],
    ['a picture from elsewhere', (page: string) => page.replace('<main>', '<main><img src="//x">')],
    ['a way elsewhere', (page: string) => page.replace('<main>', '<main><meta http-equiv="refresh">')],
    ['a link', (page: string) => page.replace('<main>', '<main><a href="//x">x</a>')],
    ['no rule against loading', (page: string) => page.replace("default-src 'none'", "default-src 'self'")],
    ['no rule', (page: string) => page.replaceAll('distinct persons &gt;= 20', 'distinct persons &gt;= 5')],
    ['another id', (page: string) => page.replaceAll(/freigabe-2026-05-20-[0-9a-f]{8}/g, 'freigabe-x')],
  ])('with %s is rejected, whoever signed it', async (_name, change) => {
    const bytes = await resealed(await smallRelease(), editText(paths.reportEnglish, change));
    const { checks } = await verifyBundle(bytes, smallTrust(), nodeCrypto);
    const wrong = checks.flatMap((check) => (check.ok ? [] : [check]));
    expect(wrong.map(({ code }) => code)).toEqual(['E_RELEASE']);
    expect(wrong.flatMap(({ particulars }) => particulars)).toContainEqual(
      expect.objectContaining({ what: 'report-unfit', values: { paths: paths.reportEnglish } }),
    );
  });

  it('that is no UTF-8 is rejected', async () => {
    const bytes = await resealed(await smallRelease(), (files) =>
      files.set(paths.reportGerman, new Uint8Array([0xff, ...utf8('x')])),
    );
    const { checks } = await verifyBundle(bytes, smallTrust(), nodeCrypto);
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([
      {
        code: 'E_RELEASE',
        particulars: [{}, { what: 'report-unfit', values: { paths: paths.reportGerman } }],
      },
    ]);
  });
});

describe.each([
  ['English', englishWords, englishAttacks],
  ['German', germanWords, germanAttacks],
] as const)('the words in %s', (_language, words, attacks) => {
  it('say every gate and every attack', () => {
    expect(gateIds.filter((id) => words.gates[id] === undefined)).toEqual([]);
    expect(attackNames.filter((name) => attacks.attacks[name] === undefined)).toEqual([]);
  });

  it('leave nothing empty', () => {
    expect(JSON.stringify(words)).not.toMatch(/:""(?!,"buyer")/);
  });
});
