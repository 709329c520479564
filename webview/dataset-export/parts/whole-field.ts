import { type NumberField, numberField } from '../fields';
import type { PartContext } from './part';

export interface WholeField {
  readonly name: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** A whole number that has to be there. */
export function wholeField(
  { valid }: PartContext,
  { name, ...field }: WholeField,
  changed: (value: number) => void,
): NumberField {
  return numberField({
    ...field,
    changed: (value) => value !== null && changed(value),
    valid: (isValid) => valid(name, isValid),
  });
}
