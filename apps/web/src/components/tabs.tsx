import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Links, of which one has `aria-current`. */
  readonly children: ReactNode;
}

/** Links to the parts of a screen in one line, which is scrolled where it does not fit. The current one is in sight. */
export function Tabs({ label, children }: Props) {
  const line = useRef<HTMLElement>(null);
  const inSight = useRef<Element>(null);
  useEffect(() => {
    const current = line.current?.querySelector('[aria-current]') ?? null;
    if (line.current === null || current === null || current === inSight.current) return;
    inSight.current = current;
    // Only the line moves: `scrollIntoView` would move the page as well.
    line.current.scrollBy({ left: middleOf(current) - middleOf(line.current), behavior: 'instant' });
  });
  return (
    <nav ref={line} className="tabs" aria-label={label}>
      {children}
    </nav>
  );
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
