import { good, sevenKept, type HostileFile } from './hostile-file.ts';

const beside = { events: good };
const register = (registered: number, matched: number): HostileFile['expected'] => ({
  rows: 7,
  kept: 7 - matched,
  persons: 7 - matched,
  dropped: { objection: matched },
  also: { objections: { kind: 'register', registered, matched, personsBefore: 7 } },
});

const objections: readonly HostileFile[] = [
  {
    name: 'objections-of-strangers.csv',
    what: 'nobody of the extract',
    content: () => 'person\nx0\nx1\nx2\n',
    expected: register(3, 0),
  },
  {
    name: 'objections-header-only.csv',
    what: 'a register of nobody',
    content: () => 'person\n',
    expected: register(0, 0),
  },
  {
    name: 'objections-empty.csv',
    what: 'no byte at all',
    content: () => '',
    expected: { refused: 'empty-file', says: /objections\.csv is empty/ },
  },
  {
    name: 'objections-one-a-million-times.csv',
    what: 'one person 500,000 times',
    content: () => `person\n${'p0\n'.repeat(500_000)}`,
    expected: register(1, 1),
  },
  {
    name: 'objections-blank.csv',
    what: 'rows of nobody',
    content: () => 'person,as_of\n,2026-05-01\n ,2026-05-01\np1,2026-05-01\n',
    expected: {
      ...register(1, 1),
      also: {
        objections: {
          kind: 'register',
          registered: 1,
          matched: 1,
          personsBefore: 7,
          asOf: '2026-05-01T00:00:00Z',
        },
      },
    },
  },
  {
    name: 'objections-with-blanks.csv',
    what: 'identifiers with blanks and marks around them, one in quotes',
    content: () => 'person\n p0\n"p1" \np2\u00A0\n\uFEFFp3\n',
    expected: register(4, 4),
  },
  {
    name: 'objections-of-all.csv',
    what: 'the events file itself: everybody objects',
    content: () => good,
    expected: { refused: 'nothing-kept', says: /7 objection/ },
  },
  {
    name: 'objections-cut.csv',
    what: 'an identifier cut short matches nobody',
    content: () => 'person\np0\np',
    expected: register(2, 1),
  },
  {
    name: 'objections-times-impossible.csv',
    what: 'times of the register that are none',
    content: () =>
      'person,as_of\np0,9999-12-31T00:00:00Z\np1,yesterday\np2,2026-05-01T00:00:00Z\np3,2026-05-01T00:00:00Z\np4,2026-05-01T00:00:00Z\n',
    expected: {
      ...register(5, 5),
      also: {
        objections: {
          kind: 'register',
          registered: 5,
          matched: 5,
          personsBefore: 7,
          asOf: '2026-05-01T00:00:00Z',
        },
      },
    },
  },
];

const persons: readonly HostileFile[] = [
  {
    name: 'persons-in-conflict.csv',
    what: 'two ages and two genders of one person: the first stands; consent and refusal: the refusal stands',
    content: () => 'person,age,gender,consent\np0,34,f,yes\np0,43,m,no\np1,20,m,yes\np1,20,m,yes\n',
    expected: { ...sevenKept, also: { personsWithAge: 2, personsWithGender: 2, personsWithConsent: 1 } },
  },
  {
    name: 'persons-ages-impossible.csv',
    what: 'ages that are none',
    content: () => 'person,age\np0,-1\np1,999\np2,34.6\np3,thirty\np4,\np5,NaN\np6,34.0\n',
    expected: { ...sevenKept, also: { personsWithAge: 1 } },
  },
  {
    name: 'persons-of-strangers.csv',
    what: 'people who are in no event',
    content: () => 'person,age\nx0,30\nx1,31\n',
    expected: { ...sevenKept, also: { personsWithAge: 0 } },
  },
  {
    name: 'persons-circle.csv',
    what: 'SIMs that are said to be of one person in a circle',
    content: () => 'person,same_person\np0,p1\np1,p2\np2,p0\np3,p3\n',
    expected: { rows: 7, kept: 5, persons: 5, dropped: { duplicate: 2 }, also: { severalPseudonyms: 1 } },
  },
  {
    name: 'persons-the-events.csv',
    what: 'the events file itself, a second time',
    content: () => good,
    expected: sevenKept,
  },
  {
    name: 'persons-ragged.csv',
    what: 'rows too long and too short describe nobody',
    content: () => 'person,age\np0,30\np1\np2,30,f\np3,30\n',
    expected: { ...sevenKept, also: { personsWithAge: 2 } },
  },
];

const places: readonly HostileFile[] = [
  {
    name: 'places-unknown-category.csv',
    what: 'a category that nobody knows',
    content: () => 'lat,lon,category\n51,12,school\n51,12,pub\n',
    expected: { refused: 'place-category', says: /Place 2 of places\.csv has the category "pub"/ },
  },
  {
    name: 'places-nowhere.csv',
    what: 'a place at 91 degrees',
    content: () => 'lat,lon,category\n91,12,school\n',
    expected: { refused: 'place-position', says: /Line 2 of places\.csv/ },
  },
  {
    name: 'places-with-mark.csv',
    what: 'a byte order mark before the names of the columns',
    content: () => '\uFEFFlat,lon,category\n51,12,school\n',
    expected: { ...sevenKept, also: { places: { school: 1 } } },
  },
  {
    name: 'places-empty.csv',
    what: 'no byte at all',
    content: () => '',
    expected: { refused: 'places-columns', says: /places\.csv needs a first line/ },
  },
  {
    name: 'places-a-picture.csv',
    what: 'a picture',
    content: () => Uint8Array.of(0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0),
    expected: { refused: 'format-document', says: /places\.csv/ },
  },
];

const population: readonly HostileFile[] = [
  {
    name: 'population-negative.csv',
    what: 'fewer than nobody',
    content: () => 'zone_id,age_band,gender,persons\na,all,all,-5\n',
    expected: { refused: 'population-negative', says: /population\.csv, line 2.*negative/ },
  },
  {
    name: 'population-huge.csv',
    what: 'more than a number holds',
    content: () => 'zone_id,age_band,gender,persons\na,all,all,99999999999999999999\n',
    expected: { refused: 'population-number', says: /population\.csv, line 2/ },
  },
  {
    name: 'population-with-separators.csv',
    what: 'points between the thousands',
    content: () => 'zone_id;age_band;gender;persons\na;all;all;1.234\n',
    expected: { refused: 'population-number', says: /without separators/ },
  },
  {
    name: 'population-twice.csv',
    what: 'one row twice',
    content: () => 'zone_id,age_band,gender,persons\na,all,all,5\na,all,all,5\n',
    expected: { refused: 'population-twice', says: /line 3.*line 2 already/ },
  },
  {
    name: 'population-empty.csv',
    what: 'no byte at all',
    content: () => '',
    expected: { refused: 'population-column', says: /population\.csv has no column zone_id/ },
  },
];

/** Registers, attributes, places and inhabitants that are hostile. */
export const filesOfOthers: readonly HostileFile[] = (
  [
    ['objections', objections],
    ['persons', persons],
    ['places', places],
    ['population', population],
  ] as const
).flatMap(([kind, files]) => files.map((file): HostileFile => ({ beside, ...file, kind })));
