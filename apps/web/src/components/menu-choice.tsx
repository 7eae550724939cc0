import { MenuItem } from 'react-aria-components';
import { useLocale } from '../language/locale.js';

interface Props {
  readonly id: string;
  readonly title: string;
  /** How many there are of it; left out where nobody counts. */
  readonly count?: number | undefined;
}

/** One of the things of a menu that can be chosen. What is chosen has a tick before it. */
export function MenuChoice({ id, title, count }: Props) {
  const { format } = useLocale();
  return (
    <MenuItem id={id} textValue={title}>
      {({ isSelected }) => (
        <>
          <span>
            {isSelected && <span aria-hidden="true">✓ </span>}
            {title}
          </span>
          {count !== undefined && <span className="soft">{format.number(count)}</span>}
        </>
      )}
    </MenuItem>
  );
}
