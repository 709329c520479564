import type { Quantity } from '../../templates/quantity';
import type { ValueCondition } from './rule';

/** Whether a value meets the condition; `quantity` where it is a number, units folded to seconds and bytes. */
export function meets(condition: ValueCondition, text: string, quantity: Quantity | undefined): boolean {
  const { atLeast, atMost, isOneOf, contains } = condition;
  if (atLeast !== undefined && !(quantity !== undefined && quantity.value >= atLeast)) return false;
  if (atMost !== undefined && !(quantity !== undefined && quantity.value <= atMost)) return false;
  if (isOneOf !== undefined && !isOneOf.some((one) => equals(one, text, quantity))) return false;
  return contains === undefined || holds(text, contains);
}

function equals(one: string | number, text: string, quantity: Quantity | undefined): boolean {
  return typeof one === 'number' ? quantity?.value === one : one === text;
}

/** Letters count alike, small or capital, and an escaped blank as one. */
function holds(text: string, wanted: readonly string[]): boolean {
  const plain = text.toLowerCase().replaceAll('+', ' ').replaceAll('%20', ' ');
  return wanted.some((part) => plain.includes(part.toLowerCase()));
}
