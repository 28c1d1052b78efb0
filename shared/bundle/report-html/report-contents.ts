import type { OpenedBundle } from '../report.ts';

/** What a report is about: what a bundle holds, before or after it was sealed. */
export type ReportContents = Omit<OpenedBundle, 'release'> & {
  readonly release: Pick<OpenedBundle['release'], 'id' | 'organisation'>;
};
