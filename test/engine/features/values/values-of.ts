import type { ValueSource } from '../../../../src/engine/features/values/value-source';
import type { ValueTable } from '../../../../src/engine/features/values/value-table';
import { Session } from '../../../../src/engine/session';
import { finish } from '../../log-builder';
import { textsOf } from '../../source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

export interface ReadLog {
  readonly session: Session;
  readonly values: ValueSource;
  readonly table: ValueTable;
}

/** The values of logs, and of their baselines. */
export function valuesOf(
  logs: readonly string[],
  baselines: readonly string[] = [],
  sessionField?: string,
): ReadLog {
  const session = new Session({ sessionField });
  for (const [index, text] of [...logs, ...baselines].entries()) {
    session.openSource({ path: 'app.log', role: index < logs.length ? 'log' : 'baseline', referenceSeconds });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  const texts = textsOf(...logs, ...baselines);
  const values = session.values(texts);
  return { session, values, table: finish(values.table()) };
}

/** The values of the log's n-th record, by what they are called. */
export function namedValues({ table }: ReadLog, row: number): Record<string, string> {
  const named: Record<string, string> = {};
  for (let cell = table.firstCell(row); cell < table.firstCell(row + 1); cell++) {
    const { name, kind, parameter } = table.columns[table.columnAt(cell)];
    named[name === '' ? `${kind} ${parameter}` : name] = table.text(table.valueAt(cell));
  }
  return named;
}
