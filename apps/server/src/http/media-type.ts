/** The media type of a `Content-Type` without its parameters, in small letters, as RFC 9110, section 8.3.1, reads it. */
export const mediaTypeOf = (contentType: string | undefined): string | undefined =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase();
