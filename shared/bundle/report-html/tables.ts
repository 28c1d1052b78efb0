import { element, type Child, type Html } from './html.ts';

/** A cell: text, or text with a class such as `number`. */
export type Cell = Child | { readonly className: string; readonly child: Child };

/** A table with a header row; the first cell of each row is its header. */
export function reportTable(heads: readonly Cell[], rows: readonly (readonly Cell[])[]): Html {
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...heads.map((head) => cell('th', head, 'col')))),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element('tr', {}, ...row.map((one, at) => (at === 0 ? cell('th', one, 'row') : cell('td', one)))),
      ),
    ),
  );
}

/** A number, set to the right. */
export function numberCell(child: Child): Cell {
  return { className: 'number', child };
}

function cell(name: 'td' | 'th', told: Cell, scope?: string): Html {
  const [className, child] =
    typeof told === 'object' && 'className' in told ? [told.className, told.child] : [undefined, told];
  return element(name, { scope, class: className }, child);
}
