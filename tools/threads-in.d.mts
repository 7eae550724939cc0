/**
 * The source of each thread that is started in a checkout, by the name of its file.
 * @throws Error  a path or a name that cannot be bundled
 */
export function threadsIn(checkout: string): Readonly<Record<string, string>>;
