import type { ReactNode } from 'react';
import { Button } from './basics.js';

/** The title of a column; one that the rows can be sorted by is pressed for that. */
export type Head = string | SortingHead;

export interface SortingHead {
  readonly title: string;
  /** How the rows are sorted by it now; undefined: by another column. */
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}

interface Props {
  readonly label: string;
  readonly heads: readonly Head[];
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
          {heads.map((head) =>
            typeof head === 'string' ? (
              <th key={head} scope="col">
                {head}
              </th>
            ) : (
              <SortedHead key={head.title} {...head} />
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

const signs = { ascending: '▲', descending: '▼' } as const;

const SortedHead = ({ title, sorted, onSort }: SortingHead) => (
  <th scope="col" aria-sort={sorted ?? 'none'}>
    <Button kind="quiet" className="sort" onPress={onSort}>
      {title}
      <span aria-hidden="true" className="sort-sign">
        {sorted === undefined ? '' : signs[sorted]}
      </span>
    </Button>
  </th>
);
