/** Argument of `oddline.openAssistant` besides a Uri: what other slices, and their pages, ask about; whoever receives one checks it. */
export interface AssistantArgument {
  /** `uri.toString()` of the log. */
  readonly uri: string;
  readonly incidentId?: string;
  /** Stands in the field, unsent. */
  readonly question?: string;
}

export function isAssistantArgument(value: unknown): value is AssistantArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, incidentId, question } = value as Partial<Record<keyof AssistantArgument, unknown>>;
  const isTextOrNone = (one: unknown) => one === undefined || typeof one === 'string';
  return typeof uri === 'string' && isTextOrNone(incidentId) && isTextOrNone(question);
}
