import './ui.css';

export interface ProgressProps {
  readonly label: string;
  /** Part that is done, 0 to 1; absent while nothing is known. */
  readonly done: number | undefined;
}

export function Progress({ label, done }: ProgressProps) {
  return (
    <progress
      className="progress"
      aria-label={label}
      max={1}
      {...(done === undefined ? {} : { value: done })}
    />
  );
}
