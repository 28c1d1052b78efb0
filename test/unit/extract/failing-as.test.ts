import { describe, expect, it } from 'vitest';
import { failingAs } from '../../../shared/extract/failing-as.ts';

describe('values held against other meanings of their column', () => {
  it('are counted each, repeated ones as well', () => {
    const { roles } = failingAs(['12', '12', '95', '-', '']);
    expect(roles).toMatchObject({ person: 1, latitude: 3, longitude: 2, age: 1, birthYear: 4 });
  });

  it('are counted for ways to write times that some of them fit', () => {
    const { times } = failingAs(['04/05/2026 10:00:00', '24/05/2026 10:00:00', 'x', '']);
    expect(times).toEqual({ dayFirst: 2, monthFirst: 3, dayFirstMarks: 2, monthFirstMarks: 3 });
  });
});
