import { useState } from 'react';
import { Input, SearchField, ToggleButton } from 'react-aria-components';
import { Button } from '../../components/basics.js';
import { useLocale } from '../../language/locale.js';
import type { Counted } from './audit-query.js';
import { searchable } from '../../components/searchable.js';

interface Props {
  readonly title: string;
  readonly values: readonly Counted[];
  readonly chosen: string | undefined;
  readonly titleOf: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

const shownFirst = 10;

/** What a list can be narrowed to, the most frequent first. All of it can be found; the chosen value is always there. */
export function FacetList({ title, values, chosen, titleOf, onChoose }: Props) {
  const { t, format } = useLocale();
  const [typed, setTyped] = useState('');
  const [isWhole, setWhole] = useState(false);
  const wanted = searchable(typed.trim());
  const titled = withChosen(values, chosen).map((one) => ({ ...one, said: titleOf(one.value) }));
  const found = titled.filter(
    ({ value, said }) => searchable(said).includes(wanted) || searchable(value).includes(wanted),
  );
  const isCut = wanted === '' && !isWhole;
  const shown = isCut ? found.filter(({ value }, at) => at < shownFirst || value === chosen) : found;
  return (
    <section className="stack tight facet" aria-label={title}>
      <h3>{title}</h3>
      {titled.length > shownFirst && (
        <SearchField aria-label={t('audit.searchIn', { facet: title })} value={typed} onChange={setTyped}>
          <Input dir="auto" maxLength={100} placeholder={t('audit.searchAmong', { count: titled.length })} />
        </SearchField>
      )}
      {shown.length === 0 && <p className="soft small">{t('audit.noValue')}</p>}
      <ul className={isCut ? '' : 'facet-whole'}>
        {shown.map(({ value, said, count }) => (
          <li key={value}>
            <ToggleButton
              className="facet-value"
              isSelected={value === chosen}
              onChange={(isSelected) => onChoose(isSelected ? value : undefined)}
            >
              <span>
                {value === chosen && <span aria-hidden="true">✓ </span>}
                <bdi>{said}</bdi>
              </span>
              <span className="soft figure">{format.number(count)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      {titled.length > shownFirst && wanted === '' && (
        <div>
          <Button kind="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            {isWhole ? t('audit.fewer') : t('audit.allValues', { count: titled.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is chosen has no line where other filters leave none, and can be taken away all the same. */
const withChosen = (values: readonly Counted[], chosen: string | undefined): readonly Counted[] =>
  chosen === undefined || values.some(({ value }) => value === chosen)
    ? values
    : [...values, { value: chosen, count: 0 }];
