/** The value with another one at the end of a path; `*` is the first item of a list. */
export function changedAt(value: unknown, [step, ...others]: readonly string[], put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value)) return [changedAt(value[0], others, put), ...(value.slice(1) as unknown[])];
  const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...fields, [step]: changedAt(fields[step], others, put) };
}
