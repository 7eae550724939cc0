/** What the address of emergency access says. */
export interface EmergencySearch {
  /** The case that is wanted, by its reference or its id. */
  readonly for?: string;
}

const charactersMax = 100;

/** Reads the address. What it cannot be is left out. */
export function emergencySearch({ for: wanted }: Readonly<Record<string, unknown>>): EmergencySearch {
  const text = typeof wanted === 'number' ? String(wanted) : wanted;
  return typeof text === 'string' && text !== '' && text.length <= charactersMax ? { for: text } : {};
}
