import type { TFunction } from 'i18next';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { formatsOf } from './format.ts';

export interface AttackSpeech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}

/** What stands where a figure is absent: nothing is made up. */
const absent = '–';

/** Rounded to so many decimals, and written as the language does. */
export function rounded({ format }: AttackSpeech, value: number | undefined, decimals: number): string {
  if (value === undefined) return absent;
  const short = Math.round(value * 10 ** decimals) / 10 ** decimals;
  return `${short < 0 ? '−' : ''}${format.decimal(Math.abs(short))}`;
}

/** A share of 0 to 1 as how many in a hundred, with one decimal. */
export function inHundred(speech: AttackSpeech, share: number | undefined): string {
  return rounded(speech, share === undefined ? undefined : share * 100, 1);
}

const counts = new Set(
  'below published exact narrow notTested safe found foundNested foundProducts foundEarlier foundZoneMaps foundSums pairs sums slivers gaveUp looked atoms ones groups notTried everyone allBut lifts possibleLifts'.split(
    ' ',
  ),
);
const plain = new Set('highestLift epsilon perGroupEpsilon'.split(' '));

function percentText({ format }: AttackSpeech, share: number): string {
  return `${share < 0 ? '−' : ''}${format.percent(Math.abs(share))}`;
}

/** One figure of a report as the table of a card writes it: a count, a plain number, or a share in per cent. */
export function figureText(speech: AttackSpeech, name: string, value: number): string {
  if (counts.has(name)) return speech.format.number(value);
  if (plain.has(name)) return rounded(speech, value, 2);
  return /^auc|auc$/i.test(name) ? rounded(speech, value, 3) : percentText(speech, value);
}

/** Ways of placing people that follow nobody; what an attack gets right means nothing without them. */
export const baselines = ['stayHome', 'busiestZone', 'anchorsOnly', 'null'] as const;

/** One way of placing people and how many hours it gets right, 0 to 1. */
export interface RecoveryRow {
  readonly name: 'attack' | (typeof baselines)[number];
  readonly allHours: number;
  readonly away: number;
}

/** What following people gets right, always with all four ways that follow nobody: none of it where one is absent. */
export function recoveryRows({ figures }: Pick<AttackReport, 'figures'>): readonly RecoveryRow[] {
  const row = (name: RecoveryRow['name'], allHours: number | undefined, away: number | undefined) =>
    allHours === undefined || away === undefined ? [] : [{ name, allHours, away }];
  const rows = [
    ...row('attack', figures['allHours'], figures['away']),
    ...baselines.flatMap((name) => row(name, figures[`${name}AllHours`], figures[`${name}Away`])),
  ];
  return rows.length === baselines.length + 1 ? rows : [];
}

/** One line of what was measured: the key of its name, and the value as it is written. */
export interface FigureRow {
  readonly name: string;
  readonly value: string;
}

/**
 * What is listed when a card is open, a value with its interval in one line. How much was followed right is told in a table
 * with its baselines alone.
 */
export function figureRows(speech: AttackSpeech, { attack, figures }: AttackReport): readonly FigureRow[] {
  const isEnd = (name: string) => /.(Low|High)$/.test(name) && name.replace(/(Low|High)$/, '') in figures;
  const isOfTable = (name: string) => attack === 'recovery' && /(allHours|away)$/i.test(name);
  return Object.entries(figures)
    .filter(([name]) => !isEnd(name) && !isOfTable(name))
    .map(([name, figure]) => {
      const value = figureText(speech, name, figure);
      const [low, high] = [figures[`${name}Low`], figures[`${name}High`]];
      if (low === undefined || high === undefined) return { name, value };
      const ends = { low: figureText(speech, name, low), high: figureText(speech, name, high) };
      return { name, value: speech.t('attacks.figure.range', { value, ...ends }) };
    });
}
