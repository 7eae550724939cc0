/** The headers of a request in somebody's name. */
export const actingAs = (actor: string): Readonly<Record<string, string>> => ({ as: actor });
