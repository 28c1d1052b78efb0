import { describe, expect, it } from 'vitest';
import { earlierFindings, earlierSentence } from '../../../../renderer/desk/language/earlier-text.ts';
import { areaText, sliverText } from '../../../../renderer/desk/language/sliver-text.ts';
import { attackReport } from '../attack-report.ts';
import { speechOf } from '../speech.ts';
import type { EarlierName } from '../../../../shared/evidence/earlier-name.ts';

const english = await speechOf('en');
const german = await speechOf('de');
const own = { noisy: false, demo: false };
const figures = { found: 3, foundEarlier: 1, foundZoneMaps: 2, pairs: 4512 };

function releases(count: number): EarlierName[] {
  return Array.from({ length: count }, (_, at) => ({
    releaseId: `freigabe-2026-05-0${at + 1}-0000000${at}`,
    releaseDate: `2026-05-0${at + 1}`,
    releaseDigest: `${at}`.repeat(64),
  }));
}
const subtraction = (count?: number) =>
  attackReport('subtraction', { figures, ...(count !== undefined && { earlier: releases(count) }) });

describe('earlier releases in words', () => {
  it('are named by id and date, the newest first, with the pairs that were compared', () => {
    expect(earlierSentence(english, subtraction(2), own)).toBe(
      'Held against 2 earlier releases: freigabe-2026-05-02-00000001 (2 May 2026), freigabe-2026-05-01-00000000 (1 May 2026). In all, 4,512 pairs of figures were compared.',
    );
    expect(earlierSentence(german, subtraction(1), own)).toBe(
      'Mit 1 früheren Freigabe verglichen: freigabe-2026-05-01-00000000 (01.05.2026). Insgesamt wurden 4.512 Paare von Zahlen verglichen.',
    );
  });

  it('are counted where there are more than a sentence can name', () => {
    const sentence = earlierSentence(english, subtraction(5), own) ?? '';
    expect(sentence).toMatch(/^Held against 5 earlier releases: /);
    expect(sentence.match(/freigabe-/g)).toHaveLength(3);
    expect(sentence).toContain(' and 2 more. ');
  });

  it('say so where nothing was compared, and why', () => {
    expect(earlierSentence(english, subtraction(0), own)).toMatch(/no release of this workstation shares/);
    const demo = { ...own, demo: true };
    expect(earlierSentence(english, subtraction(), demo)).toMatch(
      /a demonstration is held against no release/,
    );
    expect(earlierSentence(english, subtraction(), own)).toBe('Nothing earlier was compared.');
    const further = { ...subtraction(), parameters: { compared: 2 } };
    expect(earlierSentence(english, further, own)).toMatch(
      /^Held against 2 earlier releases[.] In all, 4,512/,
    );
    expect(
      earlierSentence(english, subtraction(2), { ...own, noisy: true }),
      'noise leaves nothing to subtract',
    ).toBeUndefined();
    expect(earlierSentence(english, attackReport('membership'), own)).toBeUndefined();
    const untested = attackReport('subtraction', { outcome: 'notTested', reason: 'earlier-changed' });
    expect(earlierSentence(english, untested, own)).toBeUndefined();
  });

  it('tell what they let show, way by way, and no group', () => {
    expect(earlierFindings(english, subtraction(1))).toEqual([
      expect.stringMatching(/^1 small group shows when figures of an earlier release on the same zones/),
      expect.stringMatching(/^2 small groups show because zones of one release lie in zones of the other/),
    ]);
    expect(earlierFindings(german, attackReport('subtraction', { figures: { found: 1 } }))).toEqual([]);
  });
});

describe('a sliver in words', () => {
  it.each([
    [7.4, '7 m²'],
    [1234, '1,200 m²'],
    [49_400, '49,000 m²'],
    [225_043, '0.23 km²'],
    [3_160_000, '3.2 km²'],
  ])('%d square metres are %s', (squareMetres, text) => {
    expect(areaText(english, squareMetres)).toBe(text);
  });

  it('names both zones, the release, and which is larger', () => {
    const sliver = {
      zoneId: 'd07',
      earlierZoneId: 'a7',
      releaseId: 'freigabe-2026-05-01-00000000',
      isEarlierLarger: true,
      squareMetres: 225_043,
      rings: [],
    };
    expect(sliverText(english, sliver, 'Nordvorstadt')).toBe(
      'A sliver of 0.23 km² between zone Nordvorstadt of this release and zone a7 of freigabe-2026-05-01-00000000, which is larger',
    );
    expect(sliverText(german, { ...sliver, isEarlierLarger: false }, 'Nordvorstadt')).toBe(
      'Ein Stück von 0,23 km² zwischen Zone Nordvorstadt dieser Freigabe und der kleineren Zone a7 von freigabe-2026-05-01-00000000',
    );
  });
});
