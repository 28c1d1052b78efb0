import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';

/** Text, or bytes where no text would do, in the place of the canonical JSON object `good`, a line feed behind it. */
export type JsonTrick = (good: string) => string | Uint8Array;

const inside =
  (more: string): JsonTrick =>
  (good) =>
    `${more}${good.slice(1)}`;
const member = (value: string): JsonTrick => inside(`{"a":${value},`);
const nested = (depth: number): JsonTrick => member(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const withBytes =
  (...bytes: readonly number[]): JsonTrick =>
  (good) =>
    concatBytes([utf8('{"a":"'), Uint8Array.from(bytes), utf8(`",${good.slice(1)}`)]);

/** Ways to write JSON that readers disagree about, or that a careless one would trip over. All but the last three stay one line. */
export const jsonTricks: Readonly<Record<string, JsonTrick>> = {
  'a key twice': (good) => `{${good.slice(1, -2)},${good.slice(1)}`,
  'a key twice, once escaped': inside('{"a":1,"\\u0061":2,'),
  'the key __proto__': inside('{"__proto__":{"demo":true},'),
  'the key __proto__ escaped': inside('{"\\u005f_proto__":1,'),
  'the key constructor': inside('{"constructor":{"prototype":{}},'),
  'keys out of order': inside('{"zz":1,'),
  '2^53 + 1': member('9007199254740993'),
  'a number with a fraction of nothing': member('1.0'),
  'a number with an exponent': member('1e2'),
  'minus nothing': member('-0'),
  'a number that is too large': member('1e400'),
  'a number of a million digits': member('1'.repeat(1_000_000)),
  'a leading zero': member('01'),
  'a plus': member('+1'),
  'a hexadecimal number': member('0x1'),
  NaN: member('NaN'),
  Infinity: member('Infinity'),
  'a lone surrogate': member('"\\ud800"'),
  'surrogates the wrong way round': member('"\\udc00\\ud800"'),
  'a letter escaped without need': member('"\\u0041"'),
  'an escape in capitals': member('"\\u001F"'),
  'a slash escaped': member('"\\/"'),
  'a control character': member('"\u0001"'),
  'a NUL': member('"\0"'),
  'an escape of nothing': member('"\\x"'),
  'a text that never ends': member('"'),
  'single quotes': member("'x'"),
  'a comment': member('1/* x */'),
  'a comma too many': (good) => good.replace(/\}\n$/, ',}\n'),
  'a space': (good) => good.replace(':', ': '),
  'a space before it': (good) => ` ${good}`,
  'a byte order mark': (good) => `\uFEFF${good}`,
  'half of a letter': withBytes(0xc3),
  'a letter in an overlong form': withBytes(0xc1, 0x81),
  'a surrogate as UTF-8': withBytes(0xed, 0xa0, 0x80),
  'UTF-16': (good) => Buffer.from(good, 'utf16le'),
  '65 levels': nested(65),
  '10,000 levels': nested(10_000),
  '1,000,000 levels': nested(1_000_000),
  'brackets that never close': () => '['.repeat(1_000_000),
  nothing: () => '',
  'a list': (good) => `[${good.trimEnd()}]\n`,
  null: () => 'null\n',
  'no line feed': (good) => good.trimEnd(),
  'two line feeds': (good) => `${good}\n`,
  'a carriage return': (good) => `${good.trimEnd()}\r\n`,
  'two objects': (good) => `${good.trimEnd()}${good}`,
};
