/**
 * What is protected, and against whom. `minimumPersons` (1 or more), `roundingBase` (1 to minimumPersons) and `zeroGroups` are
 * those of the release. `highAtLeast` is what the range of a group under the minimum must reach (normally
 * minimumPersons). `narrowestRange` is the width a range needs once the reader adds the rule itself; at most
 * minimumPersons - 2 is asked for. `rule`: also withstand the reader who knows the rule and, at worst, which groups fell
 * under it. `contributor`: also withstand the one person of a group, who knows that its number is one.
 */
export interface ProtectionRule {
  readonly minimumPersons: number;
  readonly roundingBase: number;
  readonly zeroGroups: 'hidden' | 'shown';
  readonly highAtLeast: number;
  readonly narrowestRange: number;
  readonly rule: boolean;
  readonly contributor: boolean;
}

/** Least number a reader must consider for a hidden group: 0 where empty groups bear the same symbol, else 1. */
export function leastHidden(rule: ProtectionRule): number {
  return rule.zeroGroups === 'hidden' ? 0 : 1;
}

/** Least true number behind the published figure of a group of `persons` (at least minimumPersons of them). */
export function publishedLow(persons: number, rule: ProtectionRule): number {
  const figure = figureOf(persons, rule.roundingBase);
  return Math.min(persons, Math.max(Math.ceil(figure - rule.roundingBase / 2), rule.minimumPersons));
}

/** Greatest true number behind the published figure of a group of `persons`. */
export function publishedHigh(persons: number, rule: ProtectionRule): number {
  return Math.ceil(figureOf(persons, rule.roundingBase) + rule.roundingBase / 2) - 1;
}

/** Width the range of a group under the minimum needs when the reader knows the rule; never more than the rule leaves. */
export function neededWidth(rule: ProtectionRule): number {
  const asked = Math.max(1, Math.min(rule.narrowestRange, rule.minimumPersons - 2));
  return Math.max(0, Math.min(asked, rule.minimumPersons - 1 - leastHidden(rule)));
}

function figureOf(persons: number, base: number): number {
  return Math.floor((2 * persons + base) / (2 * base)) * base;
}
