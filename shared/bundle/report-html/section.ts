import { element, type Child, type Html } from './html.ts';

/** A section of a report under its heading. */
export function section(title: string, ...children: readonly Child[]): Html {
  return element('section', {}, element('h2', {}, title), ...children);
}
