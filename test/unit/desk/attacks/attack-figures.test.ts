import { describe, expect, it } from 'vitest';
import { dialArc, dialPoint } from '../../../../renderer/desk/features/attacks/dial.ts';
import { spreadOf } from '../../../../renderer/desk/features/attacks/distribution.ts';
import { figureRows, recoveryRows } from '../../../../renderer/desk/language/attack-figures.ts';
import { secondsLeft } from '../../../../renderer/desk/state/seconds-left.ts';
import { attackReport, recoveryFigures } from '../attack-report.ts';
import { speechOf } from '../speech.ts';

const speech = await speechOf('en');

describe('what following people gets right', () => {
  it('stands beside all four ways that follow nobody', () => {
    const rows = recoveryRows({ figures: recoveryFigures });
    expect(rows.map(({ name }) => name)).toEqual([
      'attack',
      'stayHome',
      'busiestZone',
      'anchorsOnly',
      'null',
    ]);
    expect(rows[1]).toEqual({ name: 'stayHome', allHours: 0.55, away: 0 });
  });

  it.each(Object.keys(recoveryFigures).filter((name) => !name.startsWith('uplift')))(
    'is not shown at all without %s',
    (missing) => {
      const figures = Object.fromEntries(
        Object.entries(recoveryFigures).filter(([name]) => name !== missing),
      );
      expect(recoveryRows({ figures })).toEqual([]);
      const listed = figureRows(speech, attackReport('recovery', { figures }));
      expect(listed.map(({ name }) => name)).toEqual(['uplift']);
    },
  );
});

describe('the figures of a card', () => {
  it('stand with their interval in one line, as shares, counts or plain numbers', () => {
    const figures = {
      auc: 0.6421,
      aucLow: 0.61,
      aucHigh: 0.671,
      accuracy: 0.6,
      low: -0.01,
      high: 0.02,
      ones: 1200,
    };
    expect(figureRows(speech, attackReport('membership', { figures }))).toEqual([
      { name: 'auc', value: '0.642 (0.61 to 0.671)' },
      { name: 'accuracy', value: '60%' },
      { name: 'low', value: '−1%' },
      { name: 'high', value: '2%' },
      { name: 'ones', value: '1,200' },
    ]);
  });
});

describe('a distribution in words', () => {
  it('says how many, from where to where, and the middle', () => {
    expect(spreadOf({ from: 0, width: 0.25, counts: [0, 1, 2, 0] })).toEqual({
      count: 3,
      low: 0.25,
      high: 0.75,
      median: 0.75,
    });
    expect(spreadOf({ from: 0, width: 1, counts: [0, 0] })).toBeUndefined();
  });
});

describe('the dial', () => {
  it('begins at guessing, ends at always, and goes no further', () => {
    expect(dialPoint(50, 80).x).toBeCloseTo(20);
    expect(dialPoint(100, 80).x).toBeCloseTo(180);
    expect(dialPoint(75, 80).y).toBeCloseTo(16);
    expect(dialPoint(40, 80)).toEqual(dialPoint(50, 80));
    expect(dialArc(50, 100, 80)).toBe('M20.0 96.0A80 80 0 0 1 180.0 96.0');
  });
});

describe('seconds left', () => {
  it('follow from the part that is done, and are not guessed too early', () => {
    expect(secondsLeft(10, 0.25)).toBe(30);
    expect(secondsLeft(1, 0.5)).toBeUndefined();
    expect(secondsLeft(60, 0.01)).toBeUndefined();
    expect(secondsLeft(60, undefined)).toBeUndefined();
    expect(secondsLeft(60, 1)).toBe(0);
  });
});
