import { describe, expect, it } from 'vitest';
import { breakDown } from '../../../shared/products/person-classes.ts';

const ages = Int16Array.of(-1, 0, 17, 18, 29, 30, 120);
const genders = Uint8Array.of(0, 1, 2, 3, 0, 1, 3);
const both = { ageBreaks: [18, 30], byGender: true };

describe('classes of persons', () => {
  it('are one for everybody without a breakdown', () => {
    const { classes, classOfPerson } = breakDown(
      { ageBreaks: [], byGender: false, missingCategory: 'drop' },
      ages,
      genders,
    );
    expect(classes).toBe(1);
    expect([...classOfPerson]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('have bands that begin at their break, and unknown as a band of its own', () => {
    const breakdown = breakDown({ ...both, byGender: false, missingCategory: 'own' }, ages, genders);
    expect(breakdown.ages).toEqual(['0-17', '18-29', '30+', 'unknown']);
    expect([...breakdown.classOfPerson]).toEqual([3, 0, 0, 1, 1, 2, 2]);
  });

  it('leave out whoever misses age or gender when the recipe drops them', () => {
    const breakdown = breakDown({ ...both, missingCategory: 'drop' }, ages, genders);
    expect(breakdown.classes).toBe(9);
    const named = [...breakdown.classOfPerson].map((at) =>
      at === -1 ? '' : `${breakdown.ages[Math.floor(at / 3)]} ${breakdown.genders[at % 3]}`,
    );
    expect(named).toEqual(['', '0-17 male', '0-17 diverse', '', '18-29 female', '30+ male', '']);
  });

  it('are refused for what the extract says of nobody', () => {
    expect(() => breakDown({ ...both, missingCategory: 'own' }, Int16Array.of(-1), genders)).toThrow(
      /no age/,
    );
    expect(() => breakDown({ ...both, missingCategory: 'own' }, ages, Uint8Array.of(3))).toThrow(
      /states none/,
    );
  });
});
