import { describe, expect, it } from 'vitest';
import { mostRejects, RejectList } from '../../../../shared/workflow/loading/reject-list.ts';

describe('the list of rejected lines', () => {
  it('tells lines file by file, however they came within one', () => {
    const list = new RejectList();
    list.add('ragged', 90, 'b.csv');
    list.add('badTime', 7, 'b.csv');
    list.add('missingPerson', 2, 'a.csv');
    expect(list.slice(0, 10)).toEqual([
      { line: 7, reason: 'badTime', part: 'b.csv' },
      { line: 90, reason: 'ragged', part: 'b.csv' },
      { line: 2, reason: 'missingPerson', part: 'a.csv' },
    ]);
    expect(list.slice(1, 1)).toEqual([{ line: 90, reason: 'ragged', part: 'b.csv' }]);
  });

  it('tells no part where there is one file, and lines past four thousand millions', () => {
    const list = new RejectList();
    list.add('badPosition', 5_000_000_001);
    list.add('unknownCell', 5_000_000_000);
    expect(list.slice(0, 2)).toEqual([
      { line: 5_000_000_000, reason: 'unknownCell' },
      { line: 5_000_000_001, reason: 'badPosition' },
    ]);
  });

  it('counts what is past a million', () => {
    const list = new RejectList();
    for (let line = 1; line <= mostRejects + 3; line++) list.add('ragged', line);
    expect([list.length, list.more]).toEqual([mostRejects, 3]);
    expect(list.slice(mostRejects - 1, 5)).toEqual([{ line: mostRejects, reason: 'ragged' }]);
  });
});
