/** Argument of commands on an incident that tree rows and pages call; whoever receives one checks it. */
export interface IncidentArgument {
  /** `uri.toString()` of the analysed log. */
  readonly uri: string;
  readonly incidentId: string;
}

export function isIncidentArgument(value: unknown): value is IncidentArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, incidentId } = value as Partial<Record<keyof IncidentArgument, unknown>>;
  return typeof uri === 'string' && typeof incidentId === 'string';
}
