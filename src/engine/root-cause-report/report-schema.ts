import { severities } from '../model/finding';

const text = { type: 'string' } as const;

const evidence = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      line: { type: 'string', description: 'L123, L12-L20, or of another document B:L7' },
      quote: { type: 'string', description: 'copied letter by letter from that line, without its number' },
    },
    required: ['line', 'quote'],
    additionalProperties: false,
  },
} as const;

const finding = {
  type: 'object',
  properties: { severity: { type: 'string', enum: severities }, type: text, detail: text, evidence },
  required: ['severity', 'type', 'detail', 'evidence'],
  additionalProperties: false,
} as const;

const cause = {
  type: 'object',
  properties: { cause: text, confidence: { type: 'number', minimum: 0, maximum: 1 }, evidence },
  required: ['cause', 'confidence', 'evidence'],
  additionalProperties: false,
} as const;

/** What a model answers when it is asked for the root cause. All is required, as servers that hold an answer to a schema want it. */
export const reportSchema = {
  name: 'root_cause_report',
  schema: {
    type: 'object',
    properties: {
      summary: text,
      needsActionNow: { type: 'boolean' },
      findings: { type: 'array', items: finding },
      causes: { type: 'array', items: cause },
      nextChecks: { type: 'array', items: text },
    },
    required: ['summary', 'needsActionNow', 'findings', 'causes', 'nextChecks'],
    additionalProperties: false,
  },
} as const;

/** The same for the prompt: not every server knows how to hold an answer to a schema. */
export const reportDescription = `The report is one JSON object, with nothing before or behind it:
{
  "summary": "two or three sentences: what broke, since when, why",
  "needsActionNow": true or false,
  "findings": [{
    "severity": "critical" or "high" or "medium" or "low",
    "type": "a few words: what kind of trouble",
    "detail": "what happened, in a sentence or two",
    "evidence": [{ "line": "L123", "quote": "copied from that line" }]
  }],
  "causes": [{
    "cause": "what most probably caused it, in a sentence or two; the most probable cause comes first",
    "confidence": 0.8,
    "evidence": [{ "line": "L98", "quote": "copied from that line" }]
  }],
  "nextChecks": ["what to look at next, one step each"]
}
"line" is one line (L123), a range (L12-L20), or a line of another document (B:L7). "quote" is copied from it letter by letter, without its number; leave out the middle of a long one with …. Evidence is checked by a program: what does not stand in the log is removed, and a finding or cause without evidence is removed with it. Citations stand in "evidence" only. Where nothing is wrong, "findings" and "causes" are empty, and the summary says so.`;
