import type { Sentence } from '../../engine/model/finding';

/** What an organisation says of this machine, in a file only its administrators can write. It can only make things stricter. */
export interface Policy {
  /** Where it was looked for. */
  readonly path: string;
  /** A damaged one forces all that a policy can force. */
  readonly state: 'none' | 'read' | 'damaged';
  readonly requiresRedaction: boolean;
  /** What is wrong with a damaged one, with its cure. */
  readonly problem: Sentence | null;
}

const redactionWords = ['required', 'optional'];

export function noPolicy(path: string): Policy {
  return { path, state: 'none', requiresRedaction: false, problem: null };
}

/**
 * Of a file's text, as `{ "redaction": "required" }`. Whatever else stands in it damages it: a policy that asks for something this
 * version does not know must not look as if it were kept.
 */
export function parsedPolicy(text: string, path: string): Policy {
  const content = jsonOf(text);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return damagedPolicy(path, {
      pattern:
        'The policy file {0} holds no JSON object. Write `{1}` into it; until then secrets are hidden whatever the settings say.',
      values: [path, example],
    });
  const unknown = Object.keys(content).find((key) => key !== 'redaction');
  if (unknown !== undefined)
    return damagedPolicy(path, {
      pattern:
        'The policy file {0} says `{1}`, which this version of Oddline does not know. Take it out, or update Oddline; until then secrets are hidden whatever the settings say.',
      values: [path, unknown],
    });
  return withRedaction(content, path);
}

export function damagedPolicy(path: string, problem: Sentence): Policy {
  return { path, state: 'damaged', requiresRedaction: true, problem };
}

const example = '{ "redaction": "required" }';

function withRedaction(content: object, path: string): Policy {
  const redaction = 'redaction' in content ? content.redaction : 'optional';
  if (typeof redaction !== 'string' || !redactionWords.includes(redaction))
    return damagedPolicy(path, {
      pattern:
        'In the policy file {0}, `redaction` is neither `required` nor `optional`. Write one of them; until then secrets are hidden whatever the settings say.',
      values: [path],
    });
  return { path, state: 'read', requiresRedaction: redaction === 'required', problem: null };
}

function jsonOf(text: string): unknown {
  try {
    // Editors of Windows begin files with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
