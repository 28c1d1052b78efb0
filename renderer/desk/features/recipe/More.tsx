import type { ReactNode } from 'react';

export interface MoreProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What is told or set seldom: closed until it is asked for. */
export function More({ title, children }: MoreProps) {
  return (
    <details className="more">
      <summary>{title}</summary>
      <div className="stage-rows">{children}</div>
    </details>
  );
}
