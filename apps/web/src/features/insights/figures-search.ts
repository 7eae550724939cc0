/** What the address of the reported figures says. */
export interface FiguresSearch {
  /** Also those that were withdrawn. */
  readonly withdrawn?: true;
  readonly workflow?: string;
}

const name = /^[a-z][a-z0-9-]{0,63}$/;

export function figuresSearch(given: Readonly<Record<string, unknown>>): FiguresSearch {
  const { withdrawn, workflow } = given;
  return {
    ...((withdrawn === true || withdrawn === 'true') && { withdrawn: true as const }),
    ...(typeof workflow === 'string' && name.test(workflow) && { workflow }),
  };
}
