import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inEnglish, particular, refusalDetail, type What } from '../../../shared/bundle/particular.ts';
import { particularTexts, placeTexts } from '../../../shared/bundle/particular-texts.ts';
import { told } from '../../support/told-failures.ts';

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
