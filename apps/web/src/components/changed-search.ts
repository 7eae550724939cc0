/** What changes in an address: a name with undefined is taken away. */
export type SearchChange<Search> = { readonly [Name in keyof Search]?: Search[Name] | undefined };

/** What an address says after a change. */
export const changedSearch = <Search extends object>(search: Search, change: SearchChange<Search>): Search =>
  Object.fromEntries(
    Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined),
  ) as Search;
