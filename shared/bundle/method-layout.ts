/** A part of a method text. */
export interface MethodSection {
  readonly title: string;
  /** One sentence or more each; `undefined` lines do not apply and are left out. */
  readonly lines: readonly (string | undefined)[];
}

/** What a method text says: the three stages and the guarantee, the tests of each table, and the terms for recipients. */
export interface Method {
  readonly stages: readonly MethodSection[];
  readonly tests: MethodSection;
  readonly tables: readonly MethodSection[];
  readonly recipients: MethodSection;
}

/** The sections of a method in their order. */
export function sectionsOf({ stages, tests, tables, recipients }: Method): readonly MethodSection[] {
  return [...stages, tests, ...tables, recipients];
}

/** A method text: title and sections, an empty line between them, LF. */
export function methodText(title: string, sections: readonly MethodSection[]): string {
  const blocks = sections.map((section) =>
    [section.title, ...section.lines.filter((line) => line !== undefined)].join('\n'),
  );
  return `${[title, ...blocks].join('\n\n')}\n`;
}
