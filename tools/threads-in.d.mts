/** The compiled file of each thread in a folder, by its name. @throws Error  a path or a name that cannot be bundled */
export function threadsIn(folder: string): Readonly<Record<string, string>>;
