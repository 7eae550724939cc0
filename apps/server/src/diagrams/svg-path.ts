export interface Point {
  readonly x: number;
  readonly y: number;
}

const radius = 5;

/** An SVG path along the points, with round corners where there is room for them. */
export function svgPathOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  const steps = others.map((corner, index) => {
    const [before, after] = [points[index] as Point, others[index + 1]];
    if (after === undefined) return `L${at(corner)}`;
    return `L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`;
  });
  return `M${at(first)}${steps.join('')}`;
}

/** A point some pixels from one point towards another, at most half of the distance. */
function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const part = distance === 0 ? 0 : Math.min(radius / distance, 0.5);
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** Rounded to a tenth of a pixel; finer differences are not visible. */
export const round = (value: number): number => Math.round(value * 10) / 10;
