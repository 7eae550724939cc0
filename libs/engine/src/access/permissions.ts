import type { CaseScope, FigureScope, Purpose, ReadLogScope, Workflow } from '@safeconduct/workflow';

/** What a role reads, as its line of the matrix says. */
export interface ReadPermission {
  readonly role: string;
  readonly purposes: readonly Purpose[];
  readonly cases: readonly CaseScope[];
  /** Of each class: whether it is seen, withheld, or seen under a condition, which has a name. */
  readonly sees: Readonly<Record<string, 'seen' | 'withheld' | { readonly when: string }>>;
  readonly figures: FigureScope;
  /** Whether it records what others stated of the figures. */
  readonly recordsFigures: boolean;
  /** Which entries of the log of reads it sees. */
  readonly readLog: ReadLogScope | 'none';
  /** The classes that emergency access can give, and those that it never gives to whoever holds the role. */
  readonly emergency: readonly string[];
  readonly never: readonly string[];
}

/** Who may send a command, who may confirm it, and in which states. */
export interface CommandPermission {
  readonly command: string;
  readonly roles: readonly string[];
  /** Left out where no second person is needed. */
  readonly confirmedBy?: readonly string[] | undefined;
  /** The innermost states that accept it; none for the command that opens a case. */
  readonly states: readonly string[];
}

/** Everything that roles permit in a workflow: the one place where documents, screens and tests read it. */
export interface Permissions {
  readonly units: readonly string[];
  readonly classes: readonly string[];
  readonly reads: readonly ReadPermission[];
  readonly commands: readonly CommandPermission[];
}

/** The permissions of a workflow, as `accessPolicy` and `decideCommand` keep them. */
export function permissionsOf(workflow: Workflow): Permissions {
  const { access, roles, commands } = workflow;
  return {
    units: access.units,
    classes: access.classes,
    reads: roles.flatMap((role) => {
      const line = Object.hasOwn(access.roles, role) ? access.roles[role] : undefined;
      if (line === undefined) return [];
      const { purposes, cases, figures, readLog = 'none', emergency = [], never = [] } = line;
      const sees = Object.entries(line.sees).map(
        ([one, sight]) => [one, typeof sight === 'object' ? { when: sight.when } : sight] as const,
      );
      const shown = { role, purposes, cases, sees: Object.fromEntries(sees), figures };
      const recordsFigures = access.figureRecorders?.includes(role) === true;
      return [{ ...shown, recordsFigures, readLog, emergency, never }];
    }),
    commands: [...commands.values()].map(({ name, roles: senders, confirmedBy }) => ({
      command: name,
      roles: senders,
      confirmedBy,
      states: statesOf(workflow, name),
    })),
  };
}

/** The innermost states in which an event of a command is accepted. */
function statesOf({ chart, commands, opening }: Workflow, name: string): readonly string[] {
  if (name === opening.name) return [];
  const yields = commands.get(name)?.yields ?? [];
  return chart.leaves.filter((leaf) => yields.some((type) => chart.candidates(leaf, type).length > 0));
}
