import { Link } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery, type WorkflowFile } from '../../api/queries.js';
import { Chip } from '../../components/basics.js';
import { eventTitle, roleTitle, stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { statesOfStep, type Step } from './steps.js';

interface Props {
  readonly workflow: WorkflowFile;
  readonly steps: readonly Step[];
}

/** Steps, each with what it takes: it opens to who sends it, who confirms it, where it is possible, and under which rules. */
export function StepList({ workflow, steps }: Props) {
  return (
    <ul className="plain-list">
      {steps.map((step) => (
        <li key={step.command}>
          <StepCard workflow={workflow} step={step} />
        </li>
      ))}
    </ul>
  );
}

function StepCard({ workflow, step }: { readonly workflow: WorkflowFile; readonly step: Step }) {
  const { t, pick } = useLocale();
  const { commands, confirms } = useSuspenseQuery(sessionQuery).data.permissions;
  const isIn = (all: Readonly<Record<string, readonly string[]>>): boolean =>
    all[workflow.name]?.includes(step.command) === true;
  return (
    <details className="step">
      <summary>
        <strong>{pick(step.titles)}</strong>{' '}
        {step.confirmedBy !== null && <Chip tone="warn">{t('procedure.secondPerson')}</Chip>}{' '}
        {isIn(commands) && <Chip>{t('procedure.youSend')}</Chip>}{' '}
        {isIn(confirms) && <Chip>{t('procedure.youConfirm')}</Chip>}
      </summary>
      <StepFacts workflow={workflow} step={step} />
    </details>
  );
}

function StepFacts({ workflow, step }: { readonly workflow: WorkflowFile; readonly step: Step }) {
  const { t, pick, format } = useLocale();
  const roleOf = (role: string) =>
    role === 'system' ? t('procedure.bySystem') : roleTitle([workflow], role, pick);
  const states = step.opens ? [] : statesOfStep(workflow, step.command);
  const words = (['alwaysHeard', 'establishes', 'freeOfOrder', 'inBulk', 'isNote', 'erases'] as const).filter(
    (word) => step[word],
  );
  return (
    <dl className="facts">
      <Fact title={t('procedure.sentBy')}>{format.list(step.roles.map(roleOf))}</Fact>
      {step.confirmedBy !== null && (
        <Fact title={t('procedure.confirmedBy')}>{format.list(step.confirmedBy.map(roleOf))}</Fact>
      )}
      <Fact title={t('procedure.possibleIn')}>
        {step.opens ? (
          t('procedure.opens')
        ) : states.length === 0 ? (
          t('procedure.nowhere')
        ) : (
          <ul className="plain-list">
            {states.map((state) => (
              <li key={state}>
                <Link to="/procedure" search={{ workflow: workflow.name, part: 'states', state }}>
                  {stateTitles(workflow, state, pick).join(' · ')}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact title={t('procedure.rules')}>
        {step.guards.length === 0 ? (
          <span className="soft">{t('procedure.noRules')}</span>
        ) : (
          <ul className="plain-list">
            {step.guards.map(({ id, titles }) => (
              <li key={id}>
                {pick(titles)} <code className="soft small">{id}</code>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact title={t('procedure.records')}>
        {format.list(step.yields.map((type) => eventTitle(workflow, type, pick)))}
      </Fact>
      {words.length > 0 && (
        <Fact title={t('procedure.besides')}>
          <ul className="plain-list">
            {words.map((word) => (
              <li key={word}>{t(`procedure.${word}`)}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

const Fact = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </>
);
