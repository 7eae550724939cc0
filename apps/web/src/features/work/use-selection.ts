import { useEffect, useMemo, useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery, workflowsQuery, type CaseRow, type WorkflowFile } from '../../api/queries.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import type { Listed } from './list-query.js';

/** How many cases one request may have. */
export const bulkMax = 1000;

/** A command that whoever is signed in may send to many cases at once. */
export interface BulkCommand {
  readonly workflow: WorkflowFile;
  readonly definition: WorkflowFile['commands'][number];
}

/** Those of all workflows. Where there are none, nothing can be selected. */
export function useBulkCommands(): readonly BulkCommand[] {
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  return useMemo(
    () =>
      workflows.flatMap((workflow) =>
        workflow.commands
          .filter(
            ({ inBulk, command }) =>
              inBulk && permissions.commands[workflow.name]?.includes(command) === true,
          )
          .map((definition) => ({ workflow, definition })),
      ),
    [permissions, workflows],
  );
}

/** The one field of a command that has to be filled in, where it names a person: it gives cases to somebody. */
export function personFieldOf({ definition }: BulkCommand): Field | undefined {
  const [field, ...others] = fieldsOf(definition.form).filter(({ isRequired }) => isRequired);
  return others.length === 0 && field?.schema['x-person-roles'] !== undefined ? field : undefined;
}

/** A way of giving cases to somebody. */
export interface Giving {
  readonly command: BulkCommand;
  /** The field that names the person. */
  readonly field: Field;
}

/** Those among some commands, at most one of a workflow. */
export function useGiving(commands: readonly BulkCommand[]): readonly Giving[] {
  return useMemo(() => {
    const ways = new Map<string, Giving>();
    for (const command of commands) {
      const field = personFieldOf(command);
      if (field !== undefined && !ways.has(command.workflow.name))
        ways.set(command.workflow.name, { command, field });
    }
    return [...ways.values()];
  }, [commands]);
}

export interface Selection {
  /** The selected cases, each as it was when it was selected; also those of pages that are not read any more. */
  readonly rows: ReadonlyMap<string, CaseRow>;
  /** Every case of the list is meant, also those that were not read yet. */
  readonly isAll: boolean;
  readonly select: (keys: 'all' | ReadonlySet<string>) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

/**
 * Which cases of a list are selected. A selection stays when more rows are read or a row changes; another list begins without
 * one.
 */
export function useSelection(listed: Listed, shown: readonly CaseRow[]): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const [isAll, setAll] = useState(false);
  const list = JSON.stringify([listed.search, listed.text]);
  const clear = (): void => {
    setRows(new Map());
    setAll(false);
  };
  useEffect(clear, [list]);
  return {
    rows,
    isAll,
    select: (keys) => {
      const known = new Map([...rows, ...shown.map((row) => [row.caseId, row] as const)]);
      const wanted = keys === 'all' ? shown.map(({ caseId }) => caseId) : [...keys];
      setRows(
        new Map(
          wanted.flatMap((key) => {
            const row = known.get(key);
            return row === undefined ? [] : [[key, row] as const];
          }),
        ),
      );
      setAll(false);
    },
    selectAll: () => {
      setRows(new Map(shown.map((row) => [row.caseId, row])));
      setAll(true);
    },
    clear,
  };
}
