import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { changedSearch } from '../../components/changed-search.js';
import { FilterChip } from '../../components/filter-chip.js';
import { SearchBox } from '../../components/search-box.js';
import { searchable } from '../../components/searchable.js';
import { roleTitle, stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { PartProps } from './part.js';
import { StepList } from './step-list.js';
import { stepsOf } from './steps.js';

/** Every step of the procedure, narrowed by what is typed, by a role, or by a state. */
export function StepsPart({ workflow, search }: PartProps) {
  const { t, pick, format } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const wanted = searchable(typed.trim());
  const steps = stepsOf(workflow, search).filter(({ command, titles }) =>
    [pick(titles), command].some((text) => searchable(text).includes(wanted)),
  );
  const without = (name: 'role' | 'state'): void => {
    const others = changedSearch(search, { [name]: undefined });
    void navigate({ to: '/procedure', search: others, replace: true, resetScroll: false });
  };
  return (
    <>
      <div className="row">
        <SearchBox label={t('procedure.findStep')} text={typed} onText={setTyped} />
        {search.role !== undefined && (
          <FilterChip filter={roleTitle([workflow], search.role, pick)} onRemove={() => without('role')} />
        )}
        {search.state !== undefined && (
          <FilterChip
            filter={stateTitles(workflow, search.state, pick).join(' · ')}
            onRemove={() => without('state')}
          />
        )}
        <span role="status" className="soft">
          {t('procedure.steps', { count: steps.length, number: format.number(steps.length) })}
        </span>
      </div>
      <StepList workflow={workflow} steps={steps} />
    </>
  );
}
