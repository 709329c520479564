/**
 * Argument of commands on a template that links in hovers, tree rows and the lightbulb call. It travels as JSON in
 * links; whoever receives one checks it, since any link could be made to carry it.
 */
export interface TemplateArgument {
  /** `uri.toString()` of the analysed log. */
  readonly uri: string;
  readonly templateId: number;
}

export function isTemplateArgument(value: unknown): value is TemplateArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, templateId } = value as Partial<Record<keyof TemplateArgument, unknown>>;
  return typeof uri === 'string' && Number.isSafeInteger(templateId);
}
