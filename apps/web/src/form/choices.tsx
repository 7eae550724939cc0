import { useState } from 'react';
import { CheckboxGroup, FieldError, Label } from 'react-aria-components';
import { Tick } from '../components/choice.js';
import { FilterChip } from '../components/filter-chip.js';
import { SearchBox } from '../components/search-box.js';
import { searchable } from '../components/searchable.js';
import { useWorkflow } from '../components/state-name.js';
import { valueTitle } from '../components/titles.js';
import { useLocale } from '../language/locale.js';
import { byTitle } from './by-title.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';
import type { Field } from './fields-of.js';

/** Above so many, a list is searched, and in the order of its words. A shorter one has the order of the workflow. */
const manyChoices = 12;

interface Props extends FieldProps {
  readonly workflow: string;
}

interface Option {
  readonly code: string;
  readonly title: string;
}

/** Several of a list. A long one is searched, and shows by itself what was chosen, in the order in which it was. */
export function Choices({ field, id, value, error, onChange, workflow }: Props) {
  const { t, format } = useLocale();
  const chosen = typeof value === 'object' ? value : [];
  const options = useOptions(field, workflow, chosen);
  const [typed, setTyped] = useState('');
  const isMany = options.length > manyChoices;
  const isFound = ({ title }: Option): boolean => searchable(title).includes(searchable(typed.trim()));
  const found = options.filter(isFound);
  const titleOf = (code: string): string => options.find((option) => option.code === code)?.title ?? code;
  /** Enter in the search chooses what it has found, where that is one thing. */
  const chooseFound = (): void => {
    const [one, ...others] = found;
    if (one === undefined || others.length > 0 || typed.trim() === '') return;
    if (!chosen.includes(one.code)) onChange([...chosen, one.code]);
    setTyped('');
  };
  return (
    <CheckboxGroup
      className="field"
      id={id}
      value={[...chosen]}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      {isMany && chosen.length > 0 && (
        <ol className="chosen" aria-label={t('form.chosen')}>
          {chosen.map((code, index) => (
            <li key={code}>
              <span className="soft small">{format.number(index + 1)}</span>{' '}
              <FilterChip
                filter={titleOf(code)}
                onRemove={() => onChange(chosen.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ol>
      )}
      {isMany && (
        <div className="row">
          <SearchBox label={t('form.findIn')} text={typed} onText={setTyped} onSubmit={chooseFound} />
          <span role="status" className="soft small">
            {found.length === 0 ? t('palette.nothing') : format.number(found.length)}
          </span>
        </div>
      )}
      <div className={isMany ? 'choices many' : 'choices'}>
        {found.map(({ code, title }) => (
          <Tick key={code} value={code}>
            {title}
          </Tick>
        ))}
      </div>
      <FieldError>{error}</FieldError>
    </CheckboxGroup>
  );
}

/**
 * What can be chosen. Each form has the texts of a short list itself; those of a long one the workflow has. What was chosen
 * before and is no choice any more is among them.
 */
function useOptions({ schema }: Field, name: string, chosen: readonly string[]): readonly Option[] {
  const { pick, manner } = useLocale();
  const workflow = useWorkflow(name);
  const { enum: codes = [], 'x-values': texts } = schema.items ?? {};
  const earlier = chosen.filter((code) => !codes.includes(code));
  const options = [...codes, ...earlier].map((code) => ({
    code,
    title: texts?.[code] === undefined ? valueTitle(workflow, code, pick) : pick(texts[code]),
  }));
  return options.length > manyChoices ? byTitle(options, ({ title }) => title, manner.language) : options;
}
