/** Numbers from 0. */
export const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** A file of a header and rows. */
export const table = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n');

/** One of five pseudonyms. */
export const person = (i: number): string => `${i % 5}0123456789abcde`;

/** A minute of one morning, UTC. */
export const time = (i: number): string => `2026-05-04T10:${10 + (i % 50)}:00Z`;
