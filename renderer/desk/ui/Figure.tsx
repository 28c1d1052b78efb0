import './ui.css';

export interface FigureProps {
  readonly value: string;
  readonly text: string;
  readonly exact?: string | undefined;
}

/** One figure with what it counts. */
export function Figure({ value, text, exact }: FigureProps) {
  return (
    <div className="figure" title={exact}>
      <strong>{value}</strong>
      <span>{text}</span>
    </div>
  );
}
