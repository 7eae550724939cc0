import { fails, holds, holdsWith, identityForm, type Guard } from '@safeconduct/workflow';
import type { Facts } from './facts.js';

/** Finds the thing that a number names, however the number is typed. */
export const hasNumber =
  <Field extends string>(field: Field, number: string) =>
  (one: Readonly<Record<Field, string>>): boolean =>
    identityForm(one[field]) === identityForm(number);

/** Things of one kind that stand open in a case, each under a number: holds, appeals, corrections. */
interface Numbered<Field extends string, Code extends string> {
  /** The field of forms and facts that has the number. */
  readonly field: Field;
  readonly of: (facts: Facts) => readonly Readonly<Record<Field, string>>[];
  /** How many may stand open at once: every reader of the case gets them all. */
  readonly max: number;
  readonly ids: {
    readonly some: string;
    readonly known: string;
    readonly free: string;
    readonly room: string;
  };
  readonly codes: { readonly some: Code; readonly known: Code; readonly free: Code; readonly room: Code };
  /** The commands by which one comes to stand open, and by which it ends. */
  readonly opensBy: readonly string[];
  readonly endsBy: readonly string[];
}

/** The guards that such things have in common. */
export function numberedGuards<const Field extends string, const Code extends string>({
  field,
  of,
  max,
  ids,
  codes,
  opensBy,
  endsBy,
}: Numbered<Field, Code>) {
  type Named = Readonly<Record<Field, string>>;
  const isOpen = (facts: Facts, input: Named) => of(facts).some(hasNumber(field, input[field]));

  /** One stands open. Asked before the form is filled in. */
  const some: Guard<Facts, unknown, Code> = {
    id: ids.some,
    version: 1,
    codes: [codes.some],
    remedies: opensBy,
    ask(facts) {
      const count = of(facts).length;
      return count === 0 ? fails(codes.some) : holdsWith({ count });
    },
  };

  /** The one with this number stands open. */
  const known: Guard<Facts, Named, Code> = {
    id: ids.known,
    version: 1,
    codes: [codes.known],
    remedies: opensBy,
    readsInput: true,
    ask(facts, { input }) {
      const named = { [field]: input[field] };
      return isOpen(facts, input) ? holdsWith(named) : fails(codes.known, named);
    },
  };

  /** A number names one of them. */
  const free: Guard<Facts, Named, Code> = {
    id: ids.free,
    version: 1,
    codes: [codes.free],
    remedies: [],
    readsInput: true,
    ask(facts, { input }) {
      const named = { [field]: input[field] };
      return isOpen(facts, input) ? fails(codes.free, named) : holdsWith(named);
    },
  };

  /** There is room for one more. */
  const room: Guard<Facts, unknown, Code> = {
    id: ids.room,
    version: 1,
    codes: [codes.room],
    remedies: endsBy,
    ask(facts) {
      const count = of(facts).length;
      return count < max ? holds : fails(codes.room, { count, max });
    },
  };

  return { some, known, free, room };
}
