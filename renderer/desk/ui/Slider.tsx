import './ui.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly text: string;
  readonly onSlide: (value: number, phase: 'drag' | 'commit') => void;
}

/** Moves while dragged; settles when the pointer or the key is let go. */
export function Slider({ label, value, least, most, text, onSlide }: SliderProps) {
  return (
    <input
      type="range"
      className="slider"
      aria-label={label}
      aria-valuetext={text}
      min={least}
      max={Math.max(most, value)}
      value={value}
      onChange={(event) => onSlide(event.target.valueAsNumber, 'drag')}
      onPointerUp={(event) => onSlide(event.currentTarget.valueAsNumber, 'commit')}
      onKeyUp={(event) => onSlide(event.currentTarget.valueAsNumber, 'commit')}
      onBlur={(event) => onSlide(event.currentTarget.valueAsNumber, 'commit')}
    />
  );
}
