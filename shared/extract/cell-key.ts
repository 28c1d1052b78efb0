import { CellForm } from './profile.ts';

/** The forms a cell's identity can be written in, the plainest first. */
export const cellForms = CellForm.options;

/**
 * The text by which a cell is known, from how it is written; an area is joined before it as `area-cell`. What is not written
 * in the form stays as it is. Reading a file does the same in SQL (`cellText` in shared/plan).
 */
export function cellKey(form: CellForm, cell: string, area?: string): string {
  return area === undefined ? keyOf(form, cell) : `${keyOf(form, area)}-${keyOf(form, cell)}`;
}

const keyOf = (form: CellForm, text: string): string => readers[form](text);

const withoutFraction = (text: string): string => text.replace(/\.0+$/, '');

const readers: Readonly<Record<CellForm, (text: string) => string>> = {
  asWritten: (text) => text,
  whole: withoutFraction,
  number: (text) => (/^\d{1,19}(\.0+)?$/.test(text) ? decimal(withoutFraction(text)) : text),
  hex: (text) =>
    /^(0[xX])?[0-9a-fA-F]{1,15}$/.test(text) ? decimal(`0x${text.replace(/^0[xX]/, '')}`) : text,
  millions: (text) => split(text, 1_000_000),
  sectors: (text) => split(text, 256),
  lastPart: (text) => (joined.test(text) ? decimal(/\d+$/.exec(text)?.[0] ?? '') : text),
  lastTwoParts: (text) => (joined.test(text) ? text.split(/\D/).slice(-2).map(decimal).join('-') : text),
  lastPartHex: (text) => (joinedHex.test(text) ? hexParts(text).slice(-1).join('') : text),
  lastTwoPartsHex: (text) => (joinedHex.test(text) ? hexParts(text).slice(-2).join('-') : text),
  behind5: (text) => (behindNetwork.test(text) ? decimal(text.slice(5)) : text),
  behind6: (text) => (behindNetwork.test(text) ? decimal(text.slice(6)) : text),
  fiveAndFive: (text) =>
    gluedNumbers.test(text) ? `${decimal(text.slice(-10, -5))}-${decimal(text.slice(-5))}` : text,
};

/** Hexadecimal numbers joined by a mark. */
const joinedHex = /^[0-9a-fA-F]{1,15}([-_.: ][0-9a-fA-F]{1,15}){1,4}$/;
/** The digits of a network, and as many as a cell may have. */
const behindNetwork = /^[2-7]\d{6,16}$/;

/** Country, network, area and cell in one, of three, two or three, five and five digits. */
const gluedNumbers = /^[2-7]\d{14,15}$/;

/** Numbers joined by a mark, as network code, area and cell are in `262-07-1234-567`. */
const joined = /^\d{1,18}([-_.: ]\d{1,18}){1,4}$/;

const decimal = (text: string): string => BigInt(text).toString();

const hexParts = (text: string): readonly string[] =>
  text.split(/[-_.: ]/).map((part) => decimal(`0x${part}`));

function split(text: string, by: number): string {
  if (!/^\d{1,15}(\.0+)?$/.test(text)) return text;
  const number = Number(text.replace(/\.0+$/, ''));
  return `${Math.floor(number / by)}-${number % by}`;
}
