/** The program of the browser in which the pages are tested; undefined: there is none. */
export function findChromium(): string | undefined;

export function describeChromium(): string;
