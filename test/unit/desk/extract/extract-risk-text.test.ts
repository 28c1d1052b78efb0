import { describe, expect, it } from 'vitest';
import {
  anonymityTexts,
  inHundred,
  intervalText,
  minutesText,
  placeText,
  shortInHundred,
  sentenceCell,
  slopeText,
  unicitySentence,
} from '../../../../renderer/desk/features/extract/extract-risk-text.ts';
import { extractRisk } from '../extract-risk.ts';
import { speechOf } from '../speech.ts';

const [english, german] = await Promise.all([speechOf('en'), speechOf('de')]);

describe('what the loss of a file means, in words', () => {
  it('says whom so many moments find alone, places as in the file and times to the hour', () => {
    expect(unicitySentence(english, extractRisk, 4)).toBe(
      'If someone knows 4 moments of a person’s week, that person is the only match in 63 of 100 cases.',
    );
    expect(unicitySentence(german, extractRisk, 4)).toBe(
      'Wer 4 Momente aus der Woche eines Menschen kennt, findet in 63 von 100 Fällen nur diesen einen.',
    );
    expect(unicitySentence(english, { ...extractRisk, days: 14 }, 1)).toBe(
      'If someone knows 1 moment of a person’s 14 days, that person is the only match in 0 of 100 cases.',
    );
    expect(unicitySentence(german, { ...extractRisk, days: 1 }, 2)).toContain('2 Momente aus dem Tag eines');
  });

  it('takes the hour for the sentence wherever it stands', () => {
    const minutes = [1440, 60];
    const turned = { ...extractRisk, unicity: { ...extractRisk.unicity, minutes } };
    expect(sentenceCell(turned)).toMatchObject({ place: 0, time: 1 });
  });

  it('calls no share none or all that is not', () => {
    expect([0, 0.004, 0.0051, 0.994, 0.996, 1].map((share) => inHundred(english, share))).toEqual([
      '0',
      'fewer than 1',
      '1',
      '99',
      'more than 99',
      '100',
    ]);
    expect([0, 0.004, 0.0051, 0.996, 1].map((share) => shortInHundred(english, share))).toEqual([
      '0',
      '<1',
      '1',
      '>99',
      '100',
    ]);
  });

  it('says how sure the figure is, widening to whole persons', () => {
    expect(intervalText(english, extractRisk, 4)).toBe(
      'Between 60 and 66 of 100 with 95 % confidence; 100 of 19,354 people were drawn.',
    );
    const whole = { ...extractRisk, unicity: { ...extractRisk.unicity, personsSampled: false } };
    expect(intervalText(german, whole, 4)).toBe('Alle 100 Personen wurden betrachtet.');
  });

  it('names places and times', () => {
    expect(extractRisk.unicity.places.map((sight) => placeText(english, sight))).toEqual([
      'network cells (162)',
      'zones of the recipe (27)',
    ]);
    expect(placeText(german, { kind: 'coarser', step: 2, places: 1234 })).toBe(
      'um 2 Stufen gröbere Zonen (1.234)',
    );
    expect(placeText(english, { kind: 'coarser', step: 1, places: 6 })).toBe('zones one step coarser (6)');
    expect([15, 60, 240, 1440].map((minutes) => minutesText(english, minutes))).toEqual([
      '15 min',
      '1 hour',
      '4 hours',
      '1 day',
    ]);
  });

  it('tells the measured slope with what doubling leaves, and nothing where there is none', () => {
    // 2 ^ -0.71 = 0.6113.
    expect(slopeText(english, extractRisk, 4)).toBe(
      'Measured slope, both on logarithmic scales: −0.71. Twice as coarse leaves 61.1% of the cases.',
    );
    expect(slopeText(english, extractRisk, 1)).toBeUndefined();
  });

  it('tells how many share the worst moments', () => {
    expect(anonymityTexts(english, extractRisk)).toEqual([
      '1 moment, the most telling one found: half of all people are lost among no more than 12, one in twenty among no more than 4.',
      '2 moments, the most telling ones found: at least half of all people stand alone.',
    ]);
  });
});
