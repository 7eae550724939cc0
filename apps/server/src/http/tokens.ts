import type {
  Clock,
  ClockImplausibleError,
  EmergencyAccess,
  EngineWithViews,
  Identity,
  Instant,
  People,
  ReadHeads,
  ReportedFigures,
} from '@safeconduct/engine';
import type { Accounts } from '../sign-in/accounts.js';
import type { KeptDrafts } from '../sign-in/kept-drafts.js';
import type { Issuer } from '../sign-in/issuer.js';
import type { Reach } from './reach.js';

/** What controllers serve: commands and reads through the engine, and nothing of the stores behind it. */
export interface Served {
  readonly engine: EngineWithViews;
  readonly identity: Identity;
  /** The directory of people. */
  readonly people: People;
  /** Access to single cases that people took in an emergency. */
  readonly emergency: EmergencyAccess;
  /** Figures that others stated. */
  readonly figures: ReportedFigures;
  /** Tells what of the log of events is about the log of reads, and so changes no list. */
  readonly readHeads: Pick<ReadHeads, 'areAllBetween'>;
  /** How people sign in. */
  readonly accounts: Accounts;
  /** What people have begun to type and not sent. */
  readonly drafts: KeptDrafts;
  /** Another server at which people may sign in, by OpenID Connect; left out where there is none. `GET /oidc/start` leads there. */
  readonly issuer?: Issuer;
  /** Those whose passwords are shown on the page where one signs in. */
  readonly demonstrationAccounts: readonly {
    readonly person: string;
    readonly role: string;
    readonly unit?: string;
    readonly password: string;
  }[];
  /** How the ids of those who hold a role begin, in recorded decisions and until the directory is begun. */
  readonly prefixesOf: (role: string) => readonly string[];
  readonly clock: Clock;
  /** Why commands are refused because of the time that the clock tells; undefined while they are not. */
  readonly clockProblem: () => ClockImplausibleError | undefined;
  /** What of the workflows is unfinished, and whether the data were begun to try them in. */
  readonly construction: {
    readonly isTrial: boolean;
    readonly unfinished: { has(workflow: string): boolean };
  };
  /** Set where the data are a demonstration, whose caseload ends at that moment. */
  readonly demonstration: { readonly startsAt: Instant } | undefined;
  /** What this process does, and where its data are. */
  readonly about: {
    readonly roles: readonly string[];
    readonly store: { readonly name: string; readonly isDurable: boolean };
    /** How long a case must have had no new event before the system acts on its deadlines. */
    readonly settleMs: number;
  };
  /** Where browsers reach the server. */
  readonly reach: Reach;
  /** The name of the log. A restored log gets another name, because it assigns positions again. */
  readonly logId: string;
}

/** Injection tokens of the controllers' dependencies. */
export const servedToken = Symbol('served');
export const limitsToken = Symbol('limits');
export const loggerToken = Symbol('logger');
