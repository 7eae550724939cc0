import { useQuery } from '@tanstack/react-query';
import { caseThenQuery, commandsThenQuery, type ReplayStep } from '../../api/past-case.js';
import { diagramQuery, type CaseFile, type WorkflowFile } from '../../api/queries.js';
import { Chip, Skeleton } from '../../components/basics.js';
import { StateDiagram } from '../../components/diagram.js';
import { FactValue } from '../../components/fact-value.js';
import { factFor } from '../../components/fact-for.js';
import { marksOf } from '../../components/marks-of.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { StateName } from '../../components/state-name.js';
import { commandTitle, eventTitle, valueTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { stateOf } from './track.js';

interface Props {
  readonly file: CaseFile;
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly workflow: WorkflowFile;
}

/** One moment of a case: what happened with it, what it changed, and what could be done afterwards. */
export function Moment({ file, steps, index, workflow }: Props) {
  const { t, manner } = useLocale();
  const diagram = useQuery(
    diagramQuery(file.workflow, { language: manner.language, level: 'top', direction: 'across' }),
  );
  const step = steps[index];
  if (step === undefined) return null;
  const marks = marksOf(stateOf(step), steps.slice(0, index + 1));
  return (
    <div className="moment">
      <div className="stack">
        <What step={step} steps={steps} index={index} workflow={workflow} />
        <Changes step={step} workflow={workflow} />
      </div>
      <div className="stack">
        <Then file={file} step={step} workflow={workflow} />
        <Allowed file={file} step={step} workflow={workflow} />
      </div>
      <section className="card moment-diagram">
        {diagram.data === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <StateDiagram diagram={diagram.data} label={t('case.tab.diagram')} marks={marks} />
        )}
      </section>
    </div>
  );
}

interface StepProps {
  readonly step: ReplayStep;
  readonly workflow: WorkflowFile;
}

function What({ step, steps, index, workflow }: StepProps & Pick<Props, 'steps' | 'index'>) {
  const { t, pick, format } = useLocale();
  return (
    <section className="card stack tight" aria-live="polite">
      <h2>{eventTitle(workflow, step.type, pick)}</h2>
      <p>
        <Chip tone="here">
          <StateName workflow={workflow.name} path={stateOf(step)} />
        </Chip>
      </p>
      <dl className="facts">
        <dt>{t('replay.number')}</dt>
        <dd>{t('replay.of', { number: index + 1, count: steps.length })}</dd>
        <dt>{t('replay.occurred')}</dt>
        <dd>{format.time(step.occurredAt)}</dd>
        <dt>{t('timeline.recordedAt')}</dt>
        <dd>{format.time(step.recordedAt)}</dd>
        <dt>{t('replay.by')}</dt>
        <dd>
          <StaffName id={step.actor} />
        </dd>
      </dl>
    </section>
  );
}

/** The values that the event changed, each with what stood there before. */
function Changes({ step, workflow }: StepProps) {
  const { t, pick } = useLocale();
  return (
    <section className="card stack tight">
      <h2>{t('replay.changes')}</h2>
      {step.changes.length === 0 && <p className="soft">{t('replay.noChanges')}</p>}
      <dl className="facts">
        {step.changes.flatMap(({ path, from, to }) => {
          const fact = factFor(workflow, path);
          return [
            <dt key={`${path} title`}>{fact === undefined ? path : pick(fact.titles)}</dt>,
            <dd key={path}>
              {from !== undefined && (
                <>
                  <del>
                    <FactValue value={from} fact={fact} workflow={workflow} />
                  </del>{' '}
                </>
              )}
              <ins>
                <FactValue value={to} fact={fact} workflow={workflow} />
              </ins>
            </dd>,
          ];
        })}
      </dl>
      {step.withheld.length > 0 && <p className="soft small">{t('case.withheld')}</p>}
    </section>
  );
}

function Then({ file, step, workflow }: StepProps & Pick<Props, 'file'>) {
  const { t, pick } = useLocale();
  const then = useQuery(caseThenQuery(file.caseId, step.revision));
  if (then.isError) return <Failure error={then.error} again={() => void then.refetch()} />;
  return (
    <section className="card stack tight">
      <h2>{t('replay.then')}</h2>
      {then.data === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <dl className="facts">
          <dt>{t('column.assignee')}</dt>
          <dd>
            <StaffName id={then.data.assignee} />
          </dd>
          <dt>{t('column.facility')}</dt>
          <dd>
            {then.data.facility === null ? t('fact.none') : valueTitle(workflow, then.data.facility, pick)}
          </dd>
        </dl>
      )}
    </section>
  );
}

/** What could be sent at that moment, and which rules stood against the rest. */
function Allowed({ file, step, workflow }: StepProps & Pick<Props, 'file'>) {
  const { t, pick, format } = useLocale();
  const commands = useQuery(commandsThenQuery(file.caseId, step.revision));
  const here = commands.data?.commands.filter(({ possibleHere, bySystem }) => possibleHere && !bySystem);
  const blocked = here?.filter(({ guards }) => guards.some(({ holds }) => holds === false)) ?? [];
  const open = here?.filter(({ guards }) => guards.every(({ holds }) => holds !== false)) ?? [];
  if (commands.isError) return <Failure error={commands.error} again={() => void commands.refetch()} />;
  return (
    <section className="card stack tight">
      <h2>{t('replay.allowed')}</h2>
      {here === undefined && <Skeleton lines={4} />}
      <p>{format.list(open.map(({ command }) => commandTitle(workflow, command, pick)))}</p>
      {blocked.length > 0 && (
        <>
          <h3>{t('replay.notAllowed')}</h3>
          <ul className="reasons">
            {blocked.map(({ command, guards }) => (
              <li key={command}>
                <strong>{commandTitle(workflow, command, pick)}</strong>
                <ul>
                  {guards
                    .filter(({ holds }) => holds === false)
                    .map(({ id, message, titles }) => (
                      <li key={id}>{message ?? pick(titles)}</li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
