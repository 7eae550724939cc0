import { useState, type ReactNode } from 'react';

interface Props {
  readonly summary: ReactNode;
  /** Whether it is open from the beginning. */
  readonly isOpen?: boolean;
  /** What is under it. Made, and so asked for, only when somebody opens it. */
  readonly children: () => ReactNode;
}

/** Something that is read when it is looked at. */
export function Unfolded({ summary, isOpen = false, children }: Props) {
  const [wanted, setWanted] = useState(isOpen);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setWanted(currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {wanted && children()}
    </details>
  );
}
