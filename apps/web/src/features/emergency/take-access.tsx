import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { takeAccess, type EmergencyTrigger } from '../../api/emergency-access.js';
import { beginEmergencyReading } from '../../api/emergency-reading.js';
import type { Session } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { isCaseId } from '../../components/case-id.js';
import { Failure } from '../../components/said.js';
import { useLocale } from '../../language/locale.js';
import { ClassesField, MinutesField, ReasonField, TriggerField, WorkflowField } from './take-fields.js';

type Obtainable = Session['permissions']['emergency'];

interface Props {
  /** The case, by its reference or its id, where it is known already. */
  readonly wanted: string | undefined;
  readonly obtainable: Obtainable;
}

const reasonMin = 10;
const minutesAtFirst = 60;

/** Asks for access to one case: why, to what and for how long, with what happens then. */
export function TakeAccess({ wanted = '', obtainable }: Props) {
  const { t } = useLocale();
  const [reference, setReference] = useState(isCaseId(wanted) ? '' : wanted);
  const [workflow, setWorkflow] = useState(obtainable[0]?.workflow ?? '');
  const [trigger, setTrigger] = useState<EmergencyTrigger>();
  const [text, setText] = useState('');
  const [classes, setClasses] = useState<readonly string[]>([]);
  const [minutes, setMinutes] = useState(minutesAtFirst);
  const taking = useTaking();
  const of = isCaseId(wanted) ? { caseId: wanted } : { reference: reference.trim(), workflow };
  const isComplete =
    ('caseId' in of || of.reference !== '') && text.trim().length >= reasonMin && classes.length > 0;
  const take = () => {
    if (trigger !== undefined)
      taking.mutate({ of, trigger, text: text.trim(), classes: [...classes], minutes });
  };
  return (
    <section className="card stack" aria-labelledby="take-access">
      <h2 id="take-access">{t('emergency.take')}</h2>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        {'caseId' in of ? (
          <p>{t('emergency.thisCase')}</p>
        ) : (
          <TextField className="field" value={reference} onChange={setReference} maxLength={100} isRequired>
            <Label>{t('emergency.reference')}</Label>
            <Input dir="ltr" autoComplete="off" />
          </TextField>
        )}
        {obtainable.length > 1 && (
          <WorkflowField
            names={obtainable.map((one) => one.workflow)}
            value={workflow}
            onChange={(next) => {
              setWorkflow(next);
              setClasses([]);
            }}
          />
        )}
        <TriggerField value={trigger} onChange={setTrigger} />
        <ReasonField value={text} onChange={setText} />
        <ClassesField
          classes={obtainable.find((one) => one.workflow === workflow)?.classes ?? []}
          value={classes}
          onChange={setClasses}
        />
        <MinutesField value={minutes} onChange={setMinutes} />
        <WhatHappens />
        {taking.isError && <Failure error={taking.error} again={take} />}
        <div>
          <Button
            kind="danger"
            type="submit"
            isDisabled={!isComplete || trigger === undefined}
            isPending={taking.isPending}
          >
            {t('emergency.takeIt')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** What somebody must know before they take it. */
function WhatHappens() {
  const { t } = useLocale();
  return (
    <div className="notice warn">
      <strong>{t('emergency.what')}</strong>
      <ul>
        <li>{t('emergency.what.seen')}</li>
        <li>{t('emergency.what.reviewed')}</li>
        <li>{t('emergency.what.recorded')}</li>
        <li>{t('emergency.what.end')}</li>
      </ul>
    </div>
  );
}

/** Whoever gets it reads the case at once. */
function useTaking() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: takeAccess,
    onSuccess: async (access) => {
      beginEmergencyReading(access);
      void queries.invalidateQueries({ queryKey: ['emergency'] });
      await navigate({ to: '/cases/$caseId', params: { caseId: access.caseId } });
    },
  });
}
