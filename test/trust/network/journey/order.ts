/** Name of the environment variable that holds a `JourneyOrder` as JSON. */
export const journeyVariable = 'FREIGABE_JOURNEY';

export interface JourneyOrder {
  /** The built application's folder. */
  readonly application: string;
  /** A folder the application may write, for its user data, the dialogs' answers and the bundle. */
  readonly folder: string;
  /** Where Chromium writes what its network service does. */
  readonly netLog: string;
}

/** First word of the line that names a step that was taken. */
export const stepLine = 'step ';
/** The line after the last step. */
export const doneLine = 'journey done';
