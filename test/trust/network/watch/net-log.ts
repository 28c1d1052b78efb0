import { readFileSync } from 'node:fs';

const address = /[a-z][a-z0-9+.-]*:\/\/[^"\\ ]*/g;

/** Addresses in Chromium's log of its network service that are not this application's own. Throws on an empty log. */
export function foreignAddresses(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('"events"')) throw new Error('The log of the network service is empty.');
  const found = new Set(text.match(address));
  return [...found].filter((each) => !each.startsWith('app://'));
}
