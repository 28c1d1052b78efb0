import { describe, expect, it } from 'vitest';
import { riskText } from '../../../../electron/cli/risk-text.ts';
import { extractRisk } from '../../desk/extract-risk.ts';

describe('the text of `profile --risk`', () => {
  const lines = riskText(extractRisk).split('\n');
  const line = (start: string) =>
    lines
      .find((one) => one.trim().startsWith(start))
      ?.replace(/\s+/g, ' ')
      .trim();

  it('says that it is about the extract', () => {
    expect(lines[0]).toContain('about the extract, not the release');
    expect(lines[1]).toBe('19354 persons over 7 days; 100 drawn for moments');
  });

  it('has a line for each resolution, from one known moment on', () => {
    expect(line('network cells (162), 1 h')).toBe('network cells (162), 1 h 0.0 40.0 50.0 63.0 80.0 100.0');
    expect(line('zones (27), 24 h')).toBe('zones (27), 24 h 0.0 0.0 1.0 2.0 4.0 5.0');
    expect(line('measured slope')).toMatch(/- -0\.71 -0\.71 -0\.71 -0\.71 -0\.71$/);
  });

  it('says how many match at least, and what each adversary finds', () => {
    expect(line('1 known')).toBe('1 known: at least 1, one in twenty at most 4, half at most 12');
    expect(line('3 different places')).toBe('3 different places 45.2 56.0 65.6 (at least)');
    expect(line('home and work')).toBe('home and work 14.5 26.7 41.3');
  });
});
