import type { ReactElement, ReactNode } from 'react';
import { ResponsiveContainer } from 'recharts';

interface FindingFigureProps {
  readonly title: string;
  readonly told: string;
  /** What the bars show, for those who do not see them; nothing where there are none. */
  readonly inWords: ReactNode;
  readonly height: number;
  readonly children: ReactElement;
}

/** A chart of what stands out in an extract, under its title and a sentence. */
export function FindingFigure({ title, told, inWords, height, children }: FindingFigureProps) {
  return (
    <figure className="finding-chart">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet small">{told}</p>
      </figcaption>
      {inWords !== undefined && (
        <>
          <div className="unseen">{inWords}</div>
          <div aria-hidden="true">
            <ResponsiveContainer width="100%" height={height}>
              {children}
            </ResponsiveContainer>
          </div>
        </>
      )}
    </figure>
  );
}
