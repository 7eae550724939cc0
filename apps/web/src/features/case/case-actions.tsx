import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { draftsQuery, type ListedDraft } from '../../api/drafts.js';
import { sessionQuery, workflowsQuery, type CaseCommand, type WorkflowFile } from '../../api/queries.js';
import { caseProposalsQuery } from '../../api/proposals.js';
import { useLocale } from '../../language/locale.js';
import { Button, Skeleton } from '../../components/basics.js';
import { useKeptAt } from '../../form/kept-at.js';
import { Failure } from '../../components/said.js';
import { commandTitle, roleTitle } from '../../components/titles.js';
import { CaseProposals } from './case-proposals.js';

interface Props {
  readonly caseId: string;
  readonly commands: readonly CaseCommand[] | undefined;
  readonly workflow: WorkflowFile | undefined;
  /** The command whose form is open. */
  readonly filledIn: string | undefined;
  readonly onChoose: (command: string) => void;
}

/** What whoever is signed in can do with the case now, what they cannot and why, and what waits for others. */
export function CaseActions({ caseId, commands, workflow, filledIn, onChoose }: Props) {
  const { t } = useLocale();
  const drafts = useQuery(draftsQuery(caseId)).data ?? [];
  const proposals = useQuery(caseProposalsQuery(caseId));
  // That of the open form is told of there. A mark that appeared here while somebody types would move the form below it on a
  // phone, and a list that is open in it closes when it moves.
  const draftOf = (name: string) =>
    name === filledIn ? undefined : drafts.find(({ command }) => command === name);
  if (commands === undefined || proposals.isPending) {
    return (
      <section className="stack case-actions" aria-busy="true">
        <Skeleton lines={8} />
      </section>
    );
  }
  const byPeople = commands.filter(({ bySystem }) => !bySystem);
  const own = byPeople.filter(({ permitted }) => permitted);
  const possible = own.filter(({ open }) => open);
  const blocked = own.filter(({ open, possibleHere }) => !open && possibleHere);
  const elsewhere = own.filter(({ open, possibleHere }) => !open && !possibleHere);
  const ofOthers = byPeople.filter(({ permitted, possibleHere }) => !permitted && possibleHere);
  return (
    <section className="stack case-actions" aria-labelledby="actions">
      {proposals.isError && <Failure error={proposals.error} again={() => void proposals.refetch()} />}
      <CaseProposals proposals={proposals.data ?? []} />
      <h2 id="actions">{t('actions.possible')}</h2>
      {possible.length === 0 && <p className="soft">{t('actions.none')}</p>}
      <ol className="stack tight">
        {possible.map((command, index) => (
          <li key={command.command}>
            <ActionButton {...{ command, index, onChoose }} draft={draftOf(command.command)} />
          </li>
        ))}
      </ol>
      <OtherDrafts
        commands={own.filter(({ open, command }) => !open && draftOf(command) !== undefined)}
        {...{ draftOf, onChoose }}
      />
      <Reasons
        title={t('actions.blocked', { count: blocked.length })}
        commands={blocked}
        workflow={workflow}
        isOpen
      />
      <Others commands={ofOthers} workflow={workflow} />
      <Elsewhere commands={elsewhere} workflow={workflow} />
    </section>
  );
}

const keys = 9;

interface ActionButtonProps {
  readonly command: CaseCommand;
  /** Which of those that a digit opens; left out: none. */
  readonly index?: number;
  readonly draft: ListedDraft | undefined;
  readonly onChoose: (command: string) => void;
}

function ActionButton({ command, index = keys, draft, onChoose }: ActionButtonProps) {
  const { t, pick } = useLocale();
  const keptAt = useKeptAt();
  return (
    <Button
      className="action"
      onPress={() => {
        onChoose(command.command);
      }}
    >
      <span>
        {pick(command.titles)}
        {command.confirmedBy !== null && <span className="soft small"> · {t('actions.secondPerson')}</span>}
        {draft !== undefined && (
          <span className="draft-mark small">{t('draft.waits', { time: keptAt(draft.keptAt) })}</span>
        )}
      </span>
      {index < keys && <kbd aria-hidden="true">{index + 1}</kbd>}
    </Button>
  );
}

interface OtherDraftsProps {
  readonly commands: readonly CaseCommand[];
  readonly draftOf: (command: string) => ListedDraft | undefined;
  readonly onChoose: (command: string) => void;
}

/** What was typed for commands that have become impossible: it can be read, and thrown away. */
function OtherDrafts({ commands, draftOf, onChoose }: OtherDraftsProps) {
  const { t } = useLocale();
  if (commands.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="other-drafts">
      <h3 id="other-drafts">{t('draft.others')}</h3>
      <ul className="stack tight">
        {commands.map((command) => (
          <li key={command.command}>
            <ActionButton {...{ command, onChoose }} draft={draftOf(command.command)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly commands: readonly CaseCommand[];
  readonly workflow: WorkflowFile | undefined;
  readonly isOpen?: boolean;
}

/** Commands that rules forbid now: each rule that does not hold, and what would make it hold. */
function Reasons({ title, commands, workflow, isOpen = false }: ReasonsProps) {
  const { t, pick, format } = useLocale();
  if (commands.length === 0) return null;
  return (
    <details className="card" open={isOpen}>
      <summary>{title}</summary>
      <ul className="stack reasons">
        {commands.map(({ command, titles, whyNot, guards }) => (
          <li key={command}>
            <strong>{pick(titles)}</strong>
            <ul>
              {guards
                .filter(({ holds }) => holds === false)
                .map(({ id, message, titles: rule, remedies }) => (
                  <li key={id}>
                    {message ?? pick(rule)}
                    {remedies.length > 0 && (
                      <span className="soft small">
                        {' '}
                        {t('actions.remedy', {
                          commands: format.list(remedies.map((one) => commandTitle(workflow, one, pick))),
                        })}
                      </span>
                    )}
                  </li>
                ))}
              {guards.every(({ holds }) => holds !== false) && <li>{whyNot?.title}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What people of other roles can do: the case may wait for them. */
function Others({ commands, workflow }: Omit<ReasonsProps, 'title'>) {
  const { t, pick, format } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const { roles: ownRoles } = useSuspenseQuery(sessionQuery).data;
  if (commands.length === 0) return null;
  const roles = [...new Set(commands.flatMap((one) => one.roles))].filter((role) => !ownRoles.includes(role));
  return (
    <details className="card">
      <summary>{t('actions.others', { count: commands.length })}</summary>
      <ul className="stack reasons">
        {roles.map((role) => (
          <li key={role}>
            <strong>{roleTitle(workflows, role, pick)}</strong>
            <p>
              {format.list(
                commands
                  .filter((one) => one.roles.includes(role))
                  .map(({ command }) => commandTitle(workflow, command, pick)),
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What belongs to other states of the case, and to which. */
function Elsewhere({ commands, workflow }: Omit<ReasonsProps, 'title'>) {
  const { t, pick, format } = useLocale();
  if (commands.length === 0) return null;
  const titles = new Map(workflow?.states.map(({ path, titles: both }) => [path, pick(both)]));
  return (
    <details className="card">
      <summary>{t('actions.elsewhere', { count: commands.length })}</summary>
      <ul className="stack reasons">
        {commands.map(({ command, titles: both, possibleIn }) => {
          const tops = [...new Set(possibleIn.map((path) => path.split('.')[0] ?? path))];
          return (
            <li key={command}>
              {pick(both)}
              <span className="soft small">
                {' '}
                {t('actions.in', { states: format.list(tops.map((path) => titles.get(path) ?? path)) })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
