/** HTML in which every text was escaped. */
export interface Html {
  readonly html: string;
}
/** What an element may hold: texts, which are escaped, elements, and nothing. */
export type Child = string | Html | undefined | readonly Child[];
/** Attributes of an element; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Control characters but the line feed, and those that turn the direction of text around. */
const unseen = /(?!\n)\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** `text` as HTML shows it, in an element or an attribute; characters that cannot be seen become U+FFFD. */
export function escaped(text: string): string {
  return text.replaceAll(unseen, '\uFFFD').replaceAll(/[&<>"']/g, (one) => entities[one] ?? one);
}

/** An element with its children. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Html {
  return { html: `<${name}${written(attributes)}>${children.map(inside).join('')}</${name}>` };
}

/** An SVG element that holds nothing. */
export function shape(name: string, attributes: Attributes): Html {
  return { html: `<${name}${written(attributes)}/>` };
}

/** Several children as one. */
export function together(...children: readonly Child[]): Html {
  return { html: children.map(inside).join('') };
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(`${value}`)}"`)
    .join('');
}

function inside(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escaped(child);
  return 'html' in child ? child.html : child.map(inside).join('');
}
