const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is the id of a case, by its form; else it may be a reference. */
export const isCaseId = (text: string): boolean => form.test(text);
