import type { DataClass } from '../event.js';

/** What somebody reads for. A role that does not have the purpose of a read gives nothing in it. */
export const purposes = [
  'intake',
  'custody',
  'counselling',
  'risk',
  'assurance',
  'return',
  'relocation',
  'monitoring',
  'audit',
  'subjectRequest',
  'breakGlass',
  'systemWork',
] as const;
export type Purpose = (typeof purposes)[number];

/**
 * The purposes that no role has: emergency access is given to one person for a time, and the work of the system is done
 * by code alone.
 */
export const purposesOfNoRole: readonly Purpose[] = ['breakGlass', 'systemWork'];

/**
 * Some cases of a workflow, as they are now:
 * - `all`;
 * - `unit`: those at the place that the reader's unit is, and those at no place that is a unit;
 * - `assigned`: those whose assignee the reader is;
 * - `registered`: those that the reader opened within some hours.
 */
export interface CaseScope {
  readonly of: 'all' | 'unit' | 'assigned' | 'registered';
  /** Only in these states, as dotted paths; their sub-states belong to them. Left out: in any. */
  readonly states?: readonly string[];
  /** Only for these purposes of the role. Left out: for all of them. */
  readonly purposes?: readonly Purpose[];
  /** Of `registered`. */
  readonly withinHours?: number;
}

/** A class is seen in some cases only: those whose facts say so. Lists, which have no facts, do not show it. */
export interface SightIf<Facts = never> {
  /** The name of the condition, for documents: `disclosed`. */
  readonly when: string;
  readonly holds: (facts: Facts) => boolean;
}

/** Whether a role sees the data of a class in the cases it sees. */
export type Sight<Facts = never> = 'seen' | 'withheld' | SightIf<Facts>;

/**
 * Of which cases a role gets figures. They are exact where the role sees each of these cases, and rounded where it does
 * not. `unit`: those at the place that the reader's unit is.
 */
export type FigureScope = 'none' | 'unit' | 'all';

/**
 * Which entries of the log of reads a role sees: `own`, its own; `unit`, those of people of its unit; `case`, those of one
 * case that it sees; `all`.
 */
export type ReadLogScope = 'own' | 'unit' | 'case' | 'all';

/** What one role reads. */
export interface RoleAccess<Facts = never, Class extends string = string> {
  /** The first one is that of a read for which none is named. */
  readonly purposes: readonly Purpose[];
  /** The role sees the cases of all of these; none when there is none. */
  readonly cases: readonly CaseScope[];
  /**
   * Every class has a line. Where `identity` is withheld, a pseudonym stands in place of names and of the reference.
   */
  readonly sees: Readonly<Record<Class, Sight<Facts>>>;
  readonly figures: FigureScope;
  /** Left out: nothing of the log of reads. */
  readonly readLog?: ReadLogScope;
  /** The classes that somebody in the role can get of one case under emergency access. Left out: none. */
  readonly emergency?: readonly Class[];
  /** The classes that whoever holds the role never gets under emergency access, whatever another role gives. */
  readonly never?: readonly Class[];
}

/**
 * Who may read what of a workflow: its matrix of role, purpose, assignment, state and data class. Whoever is not named
 * sees nothing. It decides nothing that is recorded, so it is not part of the fingerprint.
 */
export interface AccessSource<
  Facts = never,
  Role extends string = string,
  EventType extends string = string,
  Own extends string = string,
> {
  /** The places that are units of the organisation. `Actor.unit` is one of them. */
  readonly units: readonly string[];
  /** Classes of the workflow's own, besides those of sealed fields: `risk`. */
  readonly classes: readonly Own[];
  /** The class of all data of an event, or of single fields of it; not of fields that are sealed under a class. */
  readonly events: {
    readonly [Type in EventType]?: DataClass | Own | Readonly<Record<string, DataClass | Own>>;
  };
  /** The class of a fact and of everything below it, by dotted path; an item of a list has the path of the list. */
  readonly facts: Readonly<Record<string, DataClass | Own>>;
  /** The class of a tag. Who does not see it cannot search by it either. */
  readonly tags: Readonly<Record<string, DataClass | Own>>;
  readonly roles: Readonly<Record<Role, RoleAccess<Facts, BuiltInClass | Own>>>;
  /** Who hears at once of emergency access and reviews it. Left out: nobody, and then nobody gets it. */
  readonly reviewers?: {
    /** Of that of people of their unit. */
    readonly unit: readonly Role[];
    /** Of any. */
    readonly all: readonly Role[];
  };
  /** The roles that record what others say of the figures. Left out: none. */
  readonly figureRecorders?: readonly Role[];
}

/** The access of any workflow; the types of facts and names are erased. */
export interface Access extends Omit<
  AccessSource,
  'events' | 'classes' | 'roles' | 'reviewers' | 'figureRecorders'
> {
  readonly reviewers?: { readonly unit: readonly string[]; readonly all: readonly string[] };
  readonly figureRecorders?: readonly string[];
  /** All of them: those that every workflow has, and its own. */
  readonly classes: readonly string[];
  readonly events: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly roles: Readonly<Record<string, RoleAccess>>;
}

/** Every class that a field can be sealed under. */
export const dataClasses: readonly DataClass[] = ['identity', 'narrative', 'medical', 'witness'];

/** Which rules were asked and which failed: a rule that failed says something of the case, whatever it looked at. */
export const rulesClass = 'rules';

/** The classes that every workflow has. */
export type BuiltInClass = DataClass | typeof rulesClass;
const builtIn: readonly BuiltInClass[] = [...dataClasses, rulesClass];

/** Binds `access(...)` to the facts, events and roles of a workflow. A wrong role or event does not compile. */
export function accessOf<Facts, EventType extends string, Role extends string>() {
  return <const Own extends string>(
    source: AccessSource<Facts, Role, EventType, Own>,
  ): AccessSource<Facts, Role, EventType, Own> => source;
}

const builtInClasses = <const Seen extends 'seen' | 'withheld'>(sight: Seen) => ({
  identity: sight,
  narrative: sight,
  medical: sight,
  witness: sight,
  rules: sight,
});

/** Of the classes that every workflow has, all or none, to begin a line of the matrix with. */
export const allSeen = builtInClasses('seen');
export const allWithheld = builtInClasses('withheld');

/** The source of the access of any workflow. */
export interface AnyAccessSource extends Omit<Access, 'classes'> {
  readonly classes: readonly string[];
}

/** The access of a workflow that declares none: nobody sees anything. */
const closed: Access = { units: [], classes: builtIn, events: {}, facts: {}, tags: {}, roles: {} };

/** What the engine goes by. */
export const completedAccess = (source: AnyAccessSource | undefined): Access =>
  source === undefined ? closed : { ...source, classes: [...builtIn, ...source.classes] };
