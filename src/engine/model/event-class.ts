/**
 * The salts of HTTP status classes: above all numbers that formats take for other kinds of event, so that a pattern
 * can say which class it is of though the status itself is masked.
 */
const salts = 0x60000000;
const classes = ['1xx', '2xx', '3xx', '4xx', '5xx'];

/** `statusClass`: 1 to 5. */
export function saltOfStatus(statusClass: number): number {
  return salts + statusClass;
}

/** `5xx`; '' for a salt that stands for nothing people know by name. */
export function eventClassOf(salt: number): string {
  return classes[salt - salts - 1] ?? '';
}
