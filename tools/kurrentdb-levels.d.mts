export const doubleVersions: readonly ['23.10.8', '25.1.0', '26.1.0'];

/** A level that is there, or in words why it is not. */
export const levels: {
  server():
    { readonly url: string; readonly name: string } | { readonly url?: undefined; readonly why: string };
  container(): { readonly image: string } | { readonly image?: undefined; readonly why: string };
};

export function describeKurrentdb(): string;
