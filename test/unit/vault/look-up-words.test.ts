import { describe, expect, it } from 'vitest';
import { words } from '../../../renderer/vault/look-up/words.ts';

function texts(value: object): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string'
      ? [[name, inner] as const]
      : texts(inner as object).map(([rest, text]) => [`${name}.${rest}`, text] as const),
  );
}

describe('the words of the look-up window', () => {
  const [german, english] = [texts(words.de), new Map(texts(words.en))];

  it('are as many in both languages, and each is translated', () => {
    expect(german.map(([name]) => name)).toEqual([...english.keys()]);
    expect(german.filter(([name, text]) => english.get(name) === text)).toEqual([]);
  });

  it('call register, extract and recipe what the desk calls them', () => {
    expect(words.de.register).toBe('Widerspruchsregister');
    expect(words.en.register).toBe('Objection register');
    expect(words.de.unchanged).toMatch(/ändert nichts/);
    expect(words.en.unchanged).toBe('This look-up changes nothing and is not kept.');
  });
});
