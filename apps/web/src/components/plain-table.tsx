import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly heads: readonly string[];
  readonly className?: string;
  /** The rows, as `tr`. */
  readonly children: ReactNode;
}

/** A table that is scrolled sideways in a box of its own, also by keyboard. */
export const PlainTable = ({ label, heads, className = 'scrolled', children }: Props) => (
  <div className={className} tabIndex={0} role="region" aria-label={label}>
    <table className="plain">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
