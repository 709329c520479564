import type { Sentence } from '../../engine/model/finding';
import type { ModelDestination } from '../llm/chat-model';
import type { Policy } from './policy';

export interface RedactionRequest {
  /** `oddline.privacy.redact`. */
  readonly setting: boolean;
  /** `oddline.privacy.exemptLocal`. */
  readonly exemptLocal: boolean;
  /** Whose server gets it; `remote` where nobody knows, as with the client of an MCP server. */
  readonly destination: ModelDestination;
  readonly policy: Policy;
}

export interface Redaction {
  readonly redacts: boolean;
  readonly decidedBy: 'setting' | 'policy';
  readonly sentence: Sentence;
}

/** Whether secrets are hidden from a destination, who decided so, and how it is said. A policy decides over settings and exceptions. */
export function redactionFor({ setting, exemptLocal, destination, policy }: RedactionRequest): Redaction {
  if (policy.requiresRedaction)
    return {
      redacts: true,
      decidedBy: 'policy',
      sentence: policy.problem ?? {
        pattern: 'Secrets and personal data are hidden: the policy of this machine ({0}) requires it.',
        values: [policy.path],
      },
    };
  if (!setting) return bySetting(false, 'Nothing is hidden: the setting `oddline.privacy.redact` is off.');
  if (exemptLocal && destination.kind === 'local')
    return bySetting(
      false,
      'Nothing is hidden from {0}: the setting `oddline.privacy.exemptLocal` exempts this machine.',
      destination.host,
    );
  return bySetting(
    true,
    'Secrets and personal data are hidden before anything is sent to {0}.',
    destination.host,
  );
}

function bySetting(redacts: boolean, pattern: string, ...values: string[]): Redaction {
  return { redacts, decidedBy: 'setting', sentence: { pattern, values } };
}
