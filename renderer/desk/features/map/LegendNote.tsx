/** Sentences of the legend besides colours and states. */
export interface LegendNotes {
  readonly told: readonly string[];
  /** What a click would show; gives way where the window is low. */
  readonly hint: string | undefined;
}

/** What is said in the legend of what is shown; nothing where there is nothing to say. */
export function LegendNote({ told, hint }: LegendNotes): React.JSX.Element | null {
  if (told.length === 0 && hint === undefined) return null;
  return (
    <p className={told.length === 0 ? 'map-legend-note map-legend-hint' : 'map-legend-note'}>
      {told.join(' ')}
      {hint !== undefined && <span className="map-legend-hint"> {hint}</span>}
    </p>
  );
}
