/** A part of a method text. */
export interface MethodSection {
  readonly title: string;
  /** One sentence or more each; `undefined` lines do not apply and are left out. */
  readonly lines: readonly (string | undefined)[];
}

/** A method text: title and sections, an empty line between them, LF. */
export function methodText(title: string, sections: readonly MethodSection[]): string {
  const blocks = sections.map((section) =>
    [section.title, ...section.lines.filter((line) => line !== undefined)].join('\n'),
  );
  return `${[title, ...blocks].join('\n\n')}\n`;
}
