import type { CommandForeseen } from '@safeconduct/contracts';
import { useEffect, useRef } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { workflowsQuery, type WorkflowFile } from '../api/queries.js';
import type { Sent } from '../api/send.js';
import { useLocale } from '../language/locale.js';
import { Button, Chip } from '../components/basics.js';
import { FactValue } from '../components/fact-value.js';
import { Failure } from '../components/said.js';
import { StateName } from '../components/state-name.js';
import { deadlineTitle, roleTitle } from '../components/titles.js';
import { EnvelopeFacts } from './envelope-facts.js';
import { factTypeOf, type Field } from './fields-of.js';

interface Props {
  readonly fields: readonly Field[];
  readonly sent: Sent;
  readonly definition: WorkflowFile['commands'][number];
  readonly workflow: WorkflowFile;
  readonly outcome: CommandForeseen;
  readonly isSending: boolean;
  readonly failure: Error | undefined;
  readonly onBack: () => void;
  readonly onRecord: () => void;
}

/** What is about to be recorded and what follows from it, once more before a step that cannot be taken back. */
export function CheckAnswers(props: Props) {
  const { fields, sent, definition, workflow, outcome, isSending, failure, onBack, onRecord } = props;
  const { t, pick } = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className="stack">
      <h3 ref={title} tabIndex={-1}>
        {t('check.title')}
      </h3>
      {definition.erases && <p className="notice danger">{t('check.erases')}</p>}
      <dl className="facts">
        {fields.flatMap((field) => {
          const value = sent.data[field.path];
          if (value === undefined) return [];
          return [
            <dt key={`${field.path} title`}>{pick(field.titles)}</dt>,
            <dd key={field.path}>
              <FactValue value={value} fact={{ type: factTypeOf(field) }} workflow={workflow} />
            </dd>,
          ];
        })}
        <EnvelopeFacts occurredAt={sent.occurredAt} onBehalfOf={sent.onBehalfOf} />
      </dl>
      <WhatFollows outcome={outcome} workflow={workflow} />
      {failure !== undefined && <Failure error={failure} again={onRecord} />}
      <div className="row">
        <Button kind="main" onPress={onRecord} isPending={isSending}>
          {t(outcome.secondPerson === null ? 'form.record' : 'form.propose')}
        </Button>
        <Button onPress={onBack} isDisabled={isSending}>
          {t('check.back')}
        </Button>
      </div>
    </div>
  );
}

/** From where to where the case goes, which deadlines start, move and end, and who has to confirm it. */
function WhatFollows({ outcome, workflow }: Pick<Props, 'outcome' | 'workflow'>) {
  const { t, pick, format } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const { from, to, deadlines, secondPerson } = outcome;
  const [before, after] = [from.subState ?? from.state, to.subState ?? to.state];
  return (
    <section className="stack tight" aria-label={t('check.follows')}>
      <h3>{t('check.follows')}</h3>
      <p className="row">
        <Chip>
          <StateName workflow={workflow.name} path={before} />
        </Chip>
        {before === after ? (
          t('check.stays')
        ) : (
          <>
            <span className="towards" aria-label={t('check.to')} />
            <Chip tone="here">
              <StateName workflow={workflow.name} path={after} />
            </Chip>
          </>
        )}
      </p>
      <ul className="reasons">
        {deadlines.starts.map(({ name, dueAt }) => (
          <li key={name}>
            {t('check.starts', { deadline: deadlineTitle(workflow, name, pick), time: format.time(dueAt) })}
          </li>
        ))}
        {deadlines.moves.map(({ name, to: dueAt }) => (
          <li key={name}>
            {t('check.moves', { deadline: deadlineTitle(workflow, name, pick), time: format.time(dueAt) })}
          </li>
        ))}
        {deadlines.ends.map((name) => (
          <li key={name}>{t('check.ends', { deadline: deadlineTitle(workflow, name, pick) })}</li>
        ))}
        {secondPerson !== null && (
          <li>
            {t('check.second', {
              roles: format.list(secondPerson.map((role) => roleTitle(workflows, role, pick))),
            })}
          </li>
        )}
      </ul>
    </section>
  );
}
