let position: string | undefined;

/** Remembers how far the log went with what was sent from here. */
export function sentUpTo(next: string): void {
  if (position === undefined || BigInt(next) > BigInt(position)) position = next;
}

/** The parameter with which a list shows what was sent from here. */
export const atLeastOwn = (): { readonly atLeast?: string } =>
  position === undefined ? {} : { atLeast: position };
