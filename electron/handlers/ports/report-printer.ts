/** Prints a page of this application to a file's bytes. */
export interface ReportPrinter {
  /** Tagged PDF of `html`, which must need no script and nothing from elsewhere; it bears the day `date` (`YYYY-MM-DD`) and no clock. */
  readonly pdf: (html: string, date: string) => Promise<Uint8Array>;
}
