import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CaseFile, FactTitle, WorkflowFile } from '../../api/queries.js';
import { useReplay } from '../../api/use-replay.js';
import { Button, Skeleton } from '../../components/basics.js';
import { FactValue } from '../../components/fact-value.js';
import { eventTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { factsSaid, valueOf, type Said, type SaidList } from './facts-said.js';
import { StaffName } from '../../components/staff-name.js';

interface Props {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile | undefined;
}

/** What is known of the case, in groups, each value with its history. */
export function CaseSummary({ file, workflow }: Props) {
  const { pick } = useLocale();
  if (workflow === undefined) return null;
  return (
    <div className="stack">
      {workflow.groups.map(({ name, titles }) => {
        const rows = factsSaid(
          workflow.facts.filter(({ group }) => group === name),
          file.data,
        );
        if (rows.length === 0) return null;
        const singles = rows.filter((row) => 'value' in row);
        return (
          <section key={name} className="card stack tight" aria-labelledby={`group-${name}`}>
            <h2 id={`group-${name}`}>{pick(titles)}</h2>
            {singles.length > 0 && (
              <dl className="facts">
                {singles.map((said) => (
                  <FactLine key={said.fact.path} {...{ said, file, workflow }} hasHistory />
                ))}
              </dl>
            )}
            {rows.map((row) => 'items' in row && <Things key={row.at} {...{ row, file, workflow }} />)}
          </section>
        );
      })}
    </div>
  );
}

interface OfCase {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile;
}

/** Several things of one kind, one after the other. */
const Things = ({ row, file, workflow }: OfCase & { readonly row: SaidList<FactTitle> }) => (
  <ol className="stack tight">
    {row.items.map((item, index) => (
      <li key={index}>
        <dl className="facts thing">
          {item.map((said) => (
            <FactLine key={said.fact.path} {...{ said, file, workflow }} />
          ))}
        </dl>
      </li>
    ))}
  </ol>
);

interface LineProps extends OfCase {
  readonly said: Said<FactTitle>;
  readonly hasHistory?: boolean;
}

function FactLine({ said: { fact, value }, file, workflow, hasHistory = false }: LineProps) {
  const { t, pick } = useLocale();
  const history = t('fact.history', { fact: pick(fact.titles) });
  return (
    <>
      <dt>{pick(fact.titles)}</dt>
      <dd>
        <FactValue value={value} fact={fact} workflow={workflow} />
        {hasHistory && (
          <DialogTrigger>
            <Button kind="quiet" className="history-button" aria-label={history}>
              ⟲
            </Button>
            <Popover>
              <Dialog aria-label={history}>
                <FactHistory {...{ fact, file, workflow }} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </dd>
    </>
  );
}

/** Each value that it has had, the newest first: since when, and by whom. */
function FactHistory({ fact, file, workflow }: OfCase & { readonly fact: FactTitle }) {
  const { t, pick, format } = useLocale();
  const { steps } = useReplay(file.caseId);
  if (steps === undefined) return <Skeleton lines={3} />;
  const changes = steps.flatMap((step) =>
    step.changes
      .filter(
        ({ path }) =>
          path === fact.path || path.startsWith(`${fact.path}.`) || fact.path.startsWith(`${path}.`),
      )
      .map((change) => ({ step, change })),
  );
  if (changes.length === 0) return <p>{t('fact.noHistory')}</p>;
  return (
    <ol className="stack tight">
      {changes.reverse().map(({ step, change }) => (
        <li key={`${step.revision} ${change.path}`} className="two-lines">
          <span>
            <FactValue value={within(change.to, change.path, fact.path)} fact={fact} workflow={workflow} />
          </span>
          <span className="soft small">
            {format.time(step.occurredAt)} · {eventTitle(workflow, step.type, pick)} ·{' '}
            <StaffName id={step.actor} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A change may be of a whole object in which the fact lies. */
const within = (value: unknown, changed: string, path: string): unknown =>
  path.startsWith(`${changed}.`) ? valueOf(path.slice(changed.length + 1).split('.'), value) : value;
