import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { diagramQuery } from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { StateDiagram } from '../../components/diagram.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import type { PartProps } from './part.js';
import { StepList } from './step-list.js';
import { stepsOf } from './steps.js';

/** The chart of the procedure, or the inside of one state with what can be done there. */
export function StatesPart({ workflow, search }: PartProps) {
  const { t, pick, manner } = useLocale();
  const navigate = useNavigate();
  const chosen = workflow.states.find(({ path }) => path === search.state);
  const top = chosen?.path.split('.')[0];
  const level = workflow.states.some(({ path }) => path.startsWith(`${top}.`)) ? top : undefined;
  const diagram = useQuery(
    diagramQuery(workflow.name, {
      ...{ language: manner.language, level: level ?? 'top' },
      direction: level === undefined ? 'across' : 'down',
    }),
  );
  const searchOf = (state: string) => ({ ...search, state });
  const steps = chosen && stepsOf(workflow, { state: chosen.path });
  return (
    <>
      <p className="soft">{t(chosen === undefined ? 'procedure.statesLead' : 'procedure.stateLead')}</p>
      {diagram.isError && <Failure error={diagram.error} again={() => void diagram.refetch()} />}
      {diagram.isPending && <Skeleton lines={12} />}
      {diagram.data !== undefined && (
        <section className="card">
          <StateDiagram
            diagram={diagram.data}
            label={t('procedure.chart')}
            marks={new Map(chosen === undefined ? [] : [[chosen.path, 'here' as const]])}
            onState={(path) =>
              void navigate({ to: '/procedure', search: searchOf(path), resetScroll: false })
            }
          />
        </section>
      )}
      {chosen !== undefined && steps !== undefined && (
        <section className="stack" aria-labelledby="procedure-state">
          <div className="row spread">
            <h2 id="procedure-state">{stateTitles(workflow, chosen.path, pick).join(' · ')}</h2>
            <div className="row">
              <Link to="/work" search={{ view: 'all', state: chosen.path }}>
                {t('procedure.cases')}
              </Link>
              <Link to="/procedure" search={({ state: _, ...others }) => others} resetScroll={false}>
                {t('diagram.whole')}
              </Link>
            </div>
          </div>
          {chosen.isEnd && <p>{t('procedure.end')}</p>}
          {steps.length === 0 ? (
            <p className="soft">{t('procedure.nothingHere')}</p>
          ) : (
            <StepList workflow={workflow} steps={steps} />
          )}
        </section>
      )}
    </>
  );
}
