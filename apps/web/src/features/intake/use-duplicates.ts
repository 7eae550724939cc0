import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkflowFile } from '../../api/queries.js';
import { duplicatesQuery, type PossibleDuplicate } from '../../api/search.js';
import { useLater } from '../../components/use-later.js';

const settledMs = 400;

/** The cases that may be of the person whom a form is about, and what was said of them. */
export interface Duplicates {
  readonly found: readonly PossibleDuplicate[];
  /** Whoever fills in the form has said that it is none of these persons. */
  readonly isOther: boolean;
  readonly setOther: (isOther: boolean) => void;
  /** Whether a new case may be opened: no case was found, or it was said that it is another person. Asks once more. */
  readonly mayOpen: () => Promise<boolean>;
}

/** Looks for them while the form is filled in, and again before it is sent. */
export function useDuplicates(workflow: WorkflowFile, data: Readonly<Record<string, unknown>>): Duplicates {
  const queries = useQueryClient();
  const [others, setOthers] = useState('');
  const given = JSON.stringify(comparedIn(workflow, data));
  const asked = useLater(given, settledMs);
  const { data: found = [] } = useQuery({ ...queryOf(workflow, asked), enabled: asked !== nothing });
  return {
    found: asked === nothing ? [] : found,
    isOther: found.length > 0 && others === namesOf(found),
    setOther: (isOther) => {
      setOthers(isOther ? namesOf(found) : '');
    },
    async mayOpen() {
      if (given === nothing) return true;
      // Without an answer nobody is held up: the check is help, and no rule of the procedure.
      const now = await queries.query(queryOf(workflow, given)).catch(() => []);
      return now.length === 0 || others === namesOf(now);
    },
  };
}

const nothing = '{}';

const queryOf = ({ name }: WorkflowFile, given: string) =>
  duplicatesQuery(name, JSON.parse(given) as Readonly<Record<string, string>>);

/** What was said counts for the cases that were shown then. */
const namesOf = (found: readonly PossibleDuplicate[]): string => found.map(({ caseId }) => caseId).join(' ');

/** What is filled in of the fields that are compared. */
function comparedIn({ naturalKey, compared }: WorkflowFile, data: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    [naturalKey, ...Object.values(compared)].flatMap((field) => {
      const value = data[field];
      return typeof value === 'string' && value.trim() !== '' ? [[field, value.trim()]] : [];
    }),
  );
}
