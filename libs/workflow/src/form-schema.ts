import { z } from 'zod';
import { remembered } from './remembered.js';

/** The parts of a JSON Schema that lead to fields, and its meta data. */
export interface FormSchema {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly items?: FormSchema;
  readonly additionalProperties?: FormSchema | boolean;
  readonly anyOf?: readonly FormSchema[];
  readonly oneOf?: readonly FormSchema[];
  readonly allOf?: readonly FormSchema[];
  readonly [key: string]: unknown;
}

/** The JSON Schema of what is sent for a form. It is made once and shared: whoever changes it makes a copy. */
export const formSchemaOf = remembered(
  (form: z.ZodType): FormSchema =>
    z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as FormSchema,
);
