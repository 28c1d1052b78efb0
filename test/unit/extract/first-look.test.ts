import { describe, expect, it } from 'vitest';
import { columnShape, failingValues } from '../../../shared/extract/column-shape.ts';
import { firstLook } from '../../../shared/extract/first-look.ts';
import { guessRoles } from '../../../shared/extract/guess-roles.ts';
import { splitLine } from '../../../shared/extract/split-line.ts';
import { timeFormatOf, timesHaveOffset } from '../../../shared/extract/time-format.ts';

const look = (text: string): ReturnType<typeof firstLook> => firstLook(Buffer.from(text), false, 'f.csv');
const roles = (names: readonly string[], rows: readonly (readonly string[])[] = []): readonly string[] =>
  guessRoles('events', names, rows).map(({ role }) => role);

const referenceRoles = (header: string): string =>
  guessRoles('cells', header.split(','), [])
    .map(({ role }) => (role === 'ignored' ? '.' : role))
    .join(' ');

describe('the first look', () => {
  it('finds the delimiter that parts the lines alike', () => {
    expect(look('a;b;c\n1,5;2,5;3\n').dialect.delimiter).toBe(';');
    expect(look('a\tb\n"x,y,z"\t2\n').dialect.delimiter).toBe('\t');
    expect(look('a|b\n1|2\n').dialect.delimiter).toBe('|');
    expect(look('name,place\n"a;b;c",x\n"d;e;f",y\n').dialect.delimiter).toBe(',');
  });

  it('tells a header from a row, even where a column has no name', () => {
    expect(look('person,time\na,2026-05-04T10:00\n').dialect.header).toBe(true);
    expect(look(',person,time\n0,a,2026-05-04T10:00\n').dialect.header).toBe(true);
    expect(look('a,2026-05-04T10:00\nb,2026-05-04T10:00\n')).toMatchObject({
      dialect: { header: false },
      names: ['1', '2'],
    });
    expect(look('00112233445566ff,x\n').dialect.header).toBe(false);
    expect(look('a,04-MAI-26 10.15.00,x\n').dialect.header).toBe(false);
  });

  it('takes as many columns as most lines have where there is no header, and counts the others', () => {
    const { names, rows, ragged } = look('1,2,3,4\n1,2,3\n4,5,6\n7,8,9\n');
    expect([names, rows.length, ragged]).toEqual([['1', '2', '3'], 3, 1]);
  });

  it('names what a first line leaves unnamed', () => {
    expect(look('a,b\n1,2,\n3,4,\n').names).toEqual(['a', 'b', '3']);
    expect(look('a,b\n1,2,3\n2,4,5\n').names).toEqual(['1', 'a', 'b']);
  });

  it('takes semicolons, not the commas of decimal numbers, to part fields', () => {
    expect(look('1;2013-01-07 13:10;51,5;12,5\n2;2013-01-07 13:20;51,6;12,6\n').dialect.delimiter).toBe(';');
  });

  it('tells Korean text from Windows-1252', () => {
    const korean = Buffer.from('c0ccb8a72cbdc3b0a30a', 'hex');
    expect(firstLook(korean, false, 'f')).toMatchObject({
      dialect: { encoding: 'euc-kr' },
      names: ['\uC774\uB984', '\uC2DC\uAC04'],
    });
    expect(firstLook(Buffer.from('gr\u00FC\u00DFe,x\n', 'latin1'), false, 'f').dialect.encoding).toBe(
      'windows-1252',
    );
  });

  it('leaves out a last line that was cut', () => {
    expect(look('person,time\na,b\nc').rows).toEqual([['a', 'b']]);
  });

  it('splits quoted fields as RFC 4180 does', () => {
    expect(splitLine('a,"b,""c""",,"d"', ',')).toEqual(['a', 'b,"c"', '', 'd']);
  });
});

describe('guessing roles', () => {
  it('goes by names, in German too, and gives each role once', () => {
    expect(roles(['event_ts', 'subscriber_id', 'cell_id', 'event_type'])).toEqual([
      'time',
      'person',
      'cell',
      'ignored',
    ]);
    expect(roles(['Zeit', 'Teilnehmer_Nr', 'Zelle', 'user_id'])).toEqual([
      'time',
      'person',
      'cell',
      'ignored',
    ]);
  });

  it('goes by values where names say nothing', () => {
    const rows = [['2026-05-04T10:00:00Z', '00112233445566ff', 'x']];
    expect(roles(['c1', 'c2', 'c3'], rows)).toEqual(['time', 'person', 'ignored']);
  });

  it('goes by place where there are no names', () => {
    const rows = [
      ['1', '2013-01-07 13:10:00', '461'],
      ['2', '2013-01-07 13:20:00', '454'],
    ];
    expect(guessRoles('events', ['1', '2', '3'], rows, false)).toEqual([
      { role: 'person', reason: 'position' },
      { role: 'time', reason: 'values' },
      { role: 'cell', reason: 'position' },
    ]);
  });

  it('takes a time of many digits for a time, and not a telephone number', () => {
    const rows = [['18012345678', '1409529600123456', '51.123', '12.456']];
    expect(guessRoles('events', ['1', '2', '3', '4'], rows, false).map(({ role }) => role)).toEqual([
      'person',
      'time',
      'latitude',
      'longitude',
    ]);
  });

  it('knows a tracking area from the type of a handset', () => {
    const flowKit = [
      'start_time',
      'msisdn_counterpart',
      'id',
      'msisdn',
      'location_id',
      'outgoing',
      'duration',
      'tac',
    ];
    const call = ['2016-01-01 22:38:06', 'aa', 'bb', 'cc', 'dd', 'True', '12', '92380772.0'];
    expect(roles(flowKit, [call])).toEqual([
      'time',
      'ignored',
      'ignored',
      'person',
      'cell',
      'ignored',
      'ignored',
      'ignored',
    ]);
    expect(roles(['tac', 'ci'], [['4711', '12']])).toEqual(['area', 'cell']);
  });

  it('knows the cell references of OpenCelliD, NSG and FlowKit', () => {
    expect(
      referenceRoles('radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated'),
    ).toBe('. . . area cell . longitude latitude range . . . .');
    expect(referenceRoles('CellName,Longitude,Latitude,PCI,EARFCN,ECellID,Azimuth')).toBe(
      'cell longitude latitude . . . .',
    );
    expect(
      referenceRoles('id,site_id,version,longitude,latitude,date_of_first_service,date_of_last_service'),
    ).toBe('cell . . longitude latitude validFrom validTo');
    expect(referenceRoles('site_id,azimuth,beamwidth,radius,unit,lat,lon')).toBe(
      'cell . . . . latitude longitude',
    );
  });

  it('takes the only column of a register for the person', () => {
    expect(guessRoles('objections', ['who'], [['bob']])).toEqual([{ role: 'person', reason: 'position' }]);
  });
});

describe('describing values', () => {
  it('shows kind and length, never a value', () => {
    expect(columnShape(['00ff', 'a1b2'])).toBe('hex, 4 characters');
    expect(columnShape(['', '12', '345'])).toBe('whole number, 2 to 3 characters');
    expect(columnShape(['', ''])).toBe('empty');
    expect(columnShape(['Müller'])).toBe('text, 6 characters');
  });

  it('knows how times are written and whether they say their offset', () => {
    const known = [
      ['2026-05-04T10:00:00Z', 'iso', true],
      ['2026-05-04 10:00:00', 'iso', false],
      ['2026-05-04 10:00:00.123+02:00', 'iso', true],
      ['2026-05-04 10:00:00 UTC', 'iso', true],
      ['2026-05-04', 'iso', false],
      ['2014/6/1 0:05', 'iso', false],
      ['2014/6/1 0:05:00Z', 'iso', true],
      ['04.05.2026 10:00', 'dayFirst', false],
      ['5/31/2026 3:10 PM', 'monthFirst', false],
      ['7.1.13 3:10', 'dayFirst', false],
      ['20060601 0008', 'compact', false],
      ['20260504101530', 'compact', false],
      ['2019.12.16_13.40.04', 'compact', false],
      ['1777888800', 'epochSeconds', true],
      ['1777888800.125', 'epochSeconds', true],
      ['1777888800123', 'epochMilliseconds', true],
      ['1777888800123456', 'epochMicroseconds', true],
      ['41281.54861', 'spreadsheetDays', false],
    ] as const;
    for (const [text, format, offset] of known) {
      expect(timeFormatOf([text, '', text])).toBe(format);
      expect(timesHaveOffset(format, [text])).toBe(offset);
    }
    expect(timeFormatOf(['x', 'y', '2026-05-04'])).toBeUndefined();
    expect(timeFormatOf([])).toBeUndefined();
  });

  it('counts what does not fit a role', () => {
    expect(failingValues('latitude', ['51', '90.1', '', 'x', '-90'])).toBe(3);
    expect(failingValues('age', ['34', '', '121', 'x'])).toBe(2);
    expect(failingValues('birthYear', ['1990', '', '90'])).toBe(1);
    expect(failingValues('time', ['2026-05-04T10:00:00Z', 'x'])).toBe(1);
  });
});
