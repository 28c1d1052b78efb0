/** A point of the dial, in its own units: x from 0 to 200, y from 0 to 100. */
export interface DialPoint {
  readonly x: number;
  readonly y: number;
}

const centre = { x: 100, y: 96 } as const;

/** Where a value stands on the half circle: 50 at the left end, 100 at the right. Values beyond the ends stand at them. */
export function dialPoint(value: number, radius: number): DialPoint {
  const share = Math.min(1, Math.max(0, (value - 50) / 50));
  const angle = Math.PI * (1 - share);
  return { x: centre.x + radius * Math.cos(angle), y: centre.y - radius * Math.sin(angle) };
}

const at = ({ x, y }: DialPoint) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The path of a part of the half circle, from one value to another. */
export function dialArc(from: number, to: number, radius: number): string {
  return `M${at(dialPoint(from, radius))}A${radius} ${radius} 0 0 1 ${at(dialPoint(to, radius))}`;
}

/** The path of a needle from the hub, or of a mark across the rim. */
export function dialLine(value: number, inner: number, outer: number): string {
  return `M${at(dialPoint(value, inner))}L${at(dialPoint(value, outer))}`;
}
