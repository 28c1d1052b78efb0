import { describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../shared/extract/accept-offer.ts';
import { isDay } from '../../../shared/extract/clock-format.ts';
import { findingsOf } from '../../../shared/extract/findings.ts';
import { type Mapping, TimeFormat } from '../../../shared/extract/profile.ts';
import { mayStateOffset, timeFormatOf, timesHaveOffset } from '../../../shared/extract/time-format.ts';
import { tellsWhole } from '../../../shared/extract/telling-times.ts';

/** What is told of the times of a file, and how they are read when the offer is taken. */
function asked(times: readonly string[]): readonly (string | undefined)[] {
  const timeFormat = timeFormatOf(times);
  const rows = times.map((time) => [time]);
  const [finding] = findingsOf({ names: ['time'], roles: ['time'], rows, ragged: 0, timeFormat });
  const mapping = { timeFormat, roles: ['time'], hasOffset: false } as unknown as Mapping;
  const taken = finding && acceptOffer(mapping, finding).timeFormat;
  return finding === undefined ? [timeFormat] : [timeFormat, finding.kind, taken];
}

describe('times as databases export them', () => {
  it.each<readonly [TimeFormat, readonly string[]]>([
    ['monthNames', ['05-MAY-26 10.15.00.000000 AM', '13-OKT-26 10.15.00', '4. März 2026 10:15']],
    ['monthNames', ['May  4 2026 10:15AM', 'Jun 14, 2026 10:15']],
    ['dayFirst', ['24.05.26 10:15:00', '25.05.2026 10:15:00.5']],
    ['dayFirstMarks', ['24.05.26 10:15:00,000000', '25.05.26 10.15.00']],
    ['monthFirstMarks', ['05/24/2026 10:15AM', '05/04/2026 11:15PM']],
    ['compact', ['202605041015', '202605311759']],
    ['compact', ['2026-05-04-10.15.00.000000']],
    ['shortYearFirst', ['260504101500', '260505101500']],
    ['shortYearFirst', ['26-05-04 10:15:00', '26-05-05 10:15:00']],
    ['shortDayFirst', ['040526101500', '050526101500']],
    ['epochMilliseconds', ['999999999999', '950504101500']],
  ])('are told from each other where that is certain: %s', (format, times) => {
    expect(asked(times)).toEqual([format]);
    expect(times.every(tellsWhole)).toBe(format !== 'epochMilliseconds');
  });

  it.each<readonly [readonly string[], readonly string[]]>([
    [
      ['04/05/2026 10.15.00', '05/05/2026 10.15.00'],
      ['dayFirstMarks', 'dayOrMonth', 'monthFirstMarks'],
    ],
    [
      ['260504101500', '260504101501'],
      ['shortYearFirst', 'yearOrDay', 'shortDayFirst'],
    ],
    [
      ['260504101500', '270604101500', '270605101500'],
      ['shortYearFirst', 'yearOrDay', 'shortDayFirst'],
    ],
    [
      ['14-05-26 10:15', '14-05-26 10:16'],
      ['dayFirst', 'dayOrYear', 'shortYearFirst'],
    ],
    [
      ['201105041015', '201106041015'],
      ['compact', 'yearOfFourOrTwo', 'shortYearFirst'],
    ],
  ])('are asked about where they can be read in two ways: %j', (times, told) => {
    expect(asked(times)).toEqual(told);
  });

  it('are days where they name a month and no time of day, or midnight', () => {
    for (const day of ['04-OKT-26', '04-SEPTEMBER-2026', '4. Mai 2026', 'Oct 4, 2026', '04-MAY-26 00:00:00'])
      expect(isDay(day), day).toBe(true);
    for (const time of ['04-OKT-26 10.15.00', '04-OKT-26 10:15', '04.05.2026 10.15.00'])
      expect(isDay(time), time).toBe(false);
  });

  it('are told where some state an offset and others do not', () => {
    const [local, stated] = ['2026-05-04 10:15:00', '2026-05-04T10:15:00+02:00'];
    expect(asked([local, stated, stated])).toEqual(['iso', 'someOffsets', 'iso']);
    expect(asked([local, local])).toEqual(['iso']);
    expect(asked([stated, stated, 'x'])).toEqual(['iso']);
  });

  it('say their offset behind names of months, which a year is not', () => {
    expect(timesHaveOffset('monthNames', ['04-MAY-26 10.15.00.000000 AM +02:00'])).toBe(true);
    expect(timesHaveOffset('monthNames', ['04-MAY-26 10.15.00 GMT'])).toBe(true);
    for (const time of ['04-MAY-2026', '04-SEPTEMBER-26', '04-MAY-26 10.15.00 AM'])
      expect(timesHaveOffset('monthNames', [time]), time).toBe(false);
  });

  it('may state an offset where a year comes first and where months are named', () => {
    expect(TimeFormat.options.filter(mayStateOffset)).toEqual(['iso', 'monthNames']);
  });
});
