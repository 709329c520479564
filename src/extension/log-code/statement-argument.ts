/** A statement of a source, as lenses name it; it is the same also when lines were put in above it. */
export interface StatementArgument {
  readonly path: string;
  readonly message: string;
}

export function isStatementArgument(value: unknown): value is StatementArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { path, message } = value as Partial<Record<keyof StatementArgument, unknown>>;
  return typeof path === 'string' && typeof message === 'string';
}
