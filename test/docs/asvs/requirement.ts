/** A test by its file and its title, or a page by its file and one of its headings. */
export interface Evidence {
  readonly file: string;
  readonly title: string;
}

export type State = 'met' | 'partly' | 'not met' | 'does not apply';

/** One requirement, or several that share one answer. */
export interface Row {
  readonly numbers: readonly string[];
  /** What is asked for, in our own words: the standard has the requirement. */
  readonly asks: string;
  readonly state: State;
  /** What shows it, or the part of it that is met. */
  readonly shownBy: readonly Evidence[];
  /** What is missing, or why it does not apply. */
  readonly why?: string;
}

export interface Chapter {
  readonly title: string;
  readonly rows: readonly Row[];
}

const split = (numbers: string): readonly string[] => numbers.split(' ');

export const met = (number: string, asks: string, ...shownBy: readonly [Evidence, ...Evidence[]]): Row => ({
  ...{ numbers: split(number), asks, state: 'met', shownBy },
});

export const partly = (number: string, asks: string, why: string, ...shownBy: readonly Evidence[]): Row => ({
  ...{ numbers: split(number), asks, state: 'partly', shownBy, why },
});

export const doesNotApply = (numbers: string, asks: string, why: string): Row => ({
  ...{ numbers: split(numbers), asks, state: 'does not apply', shownBy: [], why },
});

const shownIn =
  (file: string) =>
  (title: string): Evidence => ({ file, title });

const http = (name: string) => shownIn(`test/e2e/http/${name}.e2e.spec.ts`);

export const web = http('web-security');
export const signIn = http('sign-in');
export const signInWays = http('sign-in-ways');
export const credentials = http('credentials');
export const signInPages = http('sign-in-pages');
export const reads = http('reads');
export const problems = http('problems');
export const inputs = http('inputs');
export const commands = http('commands');
export const reading = http('reading');
export const jobs = http('jobs');
export const fuzz = http('fuzz/fuzz');
export const permissions = http('permissions');
export const provider = shownIn('test/e2e/oidc/sign-in-at-a-provider.e2e.spec.ts');
export const forgedTokens = shownIn('test/e2e/oidc/forged-tokens.e2e.spec.ts');
export const troubled = shownIn('test/e2e/oidc/issuer-in-trouble.e2e.spec.ts');
export const inBrowser = shownIn('test/browser/sign-in.e2e.spec.ts');
export const privatePages = shownIn('test/browser/private-pages.e2e.spec.ts');
export const canary = shownIn('test/e2e/canary.e2e.spec.ts');
export const matrix = shownIn('test/engine/access/matrix.int.spec.ts');
export const operatorToken = shownIn('apps/server/src/sign-in/operator-token.spec.ts');
export const box = shownIn('libs/engine/src/sealing/box.spec.ts');
export const keysLocation = shownIn('libs/stores/src/keys/keys-location.int.spec.ts');
export const databaseRoles = shownIn('libs/stores/src/postgres/events/roles.int.spec.ts');
export const compose = shownIn('test/compose/compose.spec.ts');
export const dockerfile = shownIn('test/compose/dockerfile.spec.ts');
export const lint = shownIn('test/tidy/lint-rules.spec.ts');
export const imports = shownIn('test/tidy/import-rules.spec.ts');
export const packages = shownIn('test/tidy/packages.spec.ts');
export const settings = shownIn('test/docs/configuration.spec.ts');
/** Any other test, or a page. */
export const shown = (file: string, title: string): Evidence => ({ file, title });
