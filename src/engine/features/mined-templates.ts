import type { SignatureId, TemplateId } from '../model/units';

/** What statistics and triage need of the template miner. */
export interface MinedTemplates {
  readonly signatureCount: number;
  /** Masked tokens of the message, before templates generalise them. */
  tokensOf(signature: SignatureId): readonly string[];
  /** What the header says of the kind of event (a status class, `5xx`), else ''. */
  eventClassOf(signature: SignatureId): string;
  /** Depends on the masked text alone, so it is the same in every run and file. */
  hashOf(signature: SignatureId): { readonly hi: number; readonly lo: number };
  templateOf(signature: SignatureId): TemplateId;
  template(id: TemplateId): { readonly pattern: string; readonly tokens: readonly string[] };
  /** The masked message as patterns are shown: tokens as they hang together, behind them the kind of event. */
  maskedTextOf(signature: SignatureId): string;
}

/** The template of each signature, by its id. */
export function templatesOfSignatures(
  mined: Pick<MinedTemplates, 'signatureCount' | 'templateOf'>,
): Uint32Array {
  const templates = new Uint32Array(mined.signatureCount);
  for (let i = 0; i < templates.length; i++) templates[i] = mined.templateOf(i as SignatureId);
  return templates;
}
