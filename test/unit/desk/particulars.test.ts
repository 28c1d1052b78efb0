import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/base/bytes.ts';
import { type Failure, Refusal } from '../../../shared/base/failure.ts';
import { inEnglish, particular, refusalDetail, type What } from '../../../shared/bundle/particular.ts';
import { particularTexts, placeTexts } from '../../../shared/bundle/particular-texts.ts';
import { parseTrust } from '../../../shared/bundle/trust.ts';
import { told, toldFailure } from '../../support/told-failures.ts';

type Texts = Readonly<Record<string, string>> & { readonly place: Readonly<Record<string, string>> };

function textsOf(language: 'de' | 'en'): Texts {
  const file = new URL(`../../../renderer/desk/language/${language}/particulars.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}

function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
}

const [german, english] = [textsOf('de'), textsOf('en')];
const keys = Object.keys(particularTexts) as What[];

describe('the particulars of a failed check', () => {
  it('are the same English in the desk and on the command line', () => {
    expect(english).toEqual({ ...particularTexts, place: placeTexts });
  });

  it.each(keys)('%s has a German sentence that names the same values', (key) => {
    const [here, there] = [german[key] ?? '', particularTexts[key]];
    expect(here).toMatch(/^[A-ZÄÖÜ{s].*\.$/);
    expect(here).not.toBe(there);
    expect(holes(here)).toEqual(holes(there));
    expect(holes(there).filter((name) => ['what', 'reason', 'path', 'line', 'field'].includes(name))).toEqual(
      [],
    );
  });

  it('have no German sentence too many, and places in both languages', () => {
    expect(Object.keys(german)).toEqual([...keys, 'place']);
    for (const kind of ['file', 'line', 'field'] as const)
      expect(holes(german.place[kind] ?? '')).toEqual(holes(placeTexts[kind]));
  });

  it('are told with file and line in the language shown', () => {
    const fault = particular('zone-unknown', { zone: 'a0' }, { path: 'footfall.csv', line: 3 });
    expect(told(fault)).toEqual({
      de: 'footfall.csv, Zeile 3: Zone a0 steht nicht in zones.geojson.',
      en: 'footfall.csv, line 3: zone a0 is not in zones.geojson.',
    });
  });

  it('say roles, time bins and rules of a policy in words', () => {
    const role = particular('signer-role', { signer: 'kim', role: 'second-signer' }, { path: 'a' });
    expect(told(role).de).toBe('a: Genannt ist kim als: zweite Unterschrift.');
    const bin = particular('bin-start', { time: '10:30', bin: 'hour' }, { path: 'a', line: 2 });
    expect(told(bin).de).toBe('a, Zeile 2: 10:30 beginnt kein Zeitfenster (Stunde).');
    const broken = particular('policy-broken', { rule: 'time-bin', asked: 'hour', allowed: 'daypart, day' });
    expect(told(broken).de).toBe('Das Zeitfenster ist Stunde; das Regelwerk erlaubt Tagesabschnitt, Tag.');
  });

  it('take values from anybody as they are', () => {
    const hostile = particular('gender-unknown', { gender: '{{zone}} $t(checks.files) $& \u001B[2J' });
    expect(told(hostile).de).toBe(
      'Das Rezept kennt kein Geschlecht „{{zone}} $t(checks.files) $& \uFFFD[2J“.',
    );
    expect(inEnglish(hostile)).toBe('the recipe has no gender "{{zone}} $t(checks.files) $& \uFFFD[2J".');
    expect(inEnglish(particular('gender-unknown', { gender: 'x'.repeat(5000) })).length).toBeLessThan(2100);
  });

  it('go into a refusal with their English sentence and all they are made of', () => {
    expect(
      refusalDetail(particular('figure-not-rounded', { persons: 181, base: 10 }, { path: 'a' })),
    ).toEqual({
      what: 'figure-not-rounded',
      persons: 181,
      base: 10,
      path: 'a',
      reason: 'a: 181 is no multiple of 10.',
    });
  });
});

describe('a trust list that cannot be used', () => {
  it.each([
    ['{', 'trust.json: Die Datei ist kein JSON.'],
    ['{"v":1,"v":1}', 'trust.json: Ein Schlüssel steht zweimal da.'],
    ['{"v":1}', 'trust.json, signers: Der Eintrag fehlt.'],
    [
      '\n*@a ssh-ed25519 AAAA',
      'allowed_signers, Zeile 2: Hier steht ein Muster statt eines Namens; ganze Namen sind nötig.',
    ],
    [
      'a valid-after="1" ssh-ed25519 AAAA',
      'allowed_signers, Zeile 1: Die Option valid-after wird nicht unterstützt; stattdessen eine trust.json verwenden.',
    ],
  ])('%j is refused with its reason in German', (text, reason) => {
    let failure: Failure | undefined;
    try {
      parseTrust(utf8(text));
    } catch (error) {
      if (error instanceof Refusal) ({ failure } = error);
    }
    expect(failure?.code).toBe('trust-unreadable');
    expect(failure && toldFailure(failure)).toBe(
      `Die Vertrauensliste ist nicht lesbar. ${reason} Eine trust.json oder eine Datei allowed_signers verwenden.`,
    );
  });
});
