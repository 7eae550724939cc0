import { ToggleButton } from 'react-aria-components';
import { useLocale } from '../../language/locale.js';
import type { Counted } from './audit-query.js';
import { entryKinds, kindsIn, type EntryKind } from './audit-search.js';

/** A sheet that was written, a way that is barred, an eye. */
const drawings: Readonly<Record<EntryKind, string>> = {
  recorded: 'M4 1.5h6l2.5 2.5v10.5h-8.5zM6 7h4.5M6 9.5h4.5M6 12h3',
  refused: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM3.6 3.6l8.8 8.8',
  looked: 'M1 8q7-9 14 0q-7 9-14 0zM8 5.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4z',
};

/** Whether it was recorded, refused or looked at: as an icon and in words. */
export function EntryKindName({ kind }: { readonly kind: EntryKind }) {
  const { t } = useLocale();
  return (
    <span className={`entry-kind ${kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawings[kind]} />
      </svg>{' '}
      {t(`audit.entry.${kind}`)}
    </span>
  );
}

interface Props {
  readonly title: string;
  readonly values: readonly Counted[];
  /** Separated by commas; without it all of them are shown. */
  readonly chosen: string | undefined;
  readonly onChoose: (kinds: string | undefined) => void;
}

/** Which kinds are shown: one, two, or all where none is chosen. */
export function KindFacet({ title, values, chosen, onChoose }: Props) {
  const { format } = useLocale();
  const shown = kindsIn(chosen);
  return (
    <section className="stack tight facet" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {entryKinds.map((kind) => (
          <li key={kind}>
            <ToggleButton
              className="facet-value"
              isSelected={shown.includes(kind)}
              onChange={(isSelected) =>
                onChoose([...shown.filter((one) => one !== kind), ...(isSelected ? [kind] : [])].join(','))
              }
            >
              <span>
                {shown.includes(kind) && <span aria-hidden="true">✓ </span>}
                <EntryKindName kind={kind} />
              </span>
              <span className="soft figure">
                {format.number(values.find(({ value }) => value === kind)?.count ?? 0)}
              </span>
            </ToggleButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
