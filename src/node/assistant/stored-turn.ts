import type { HiddenValue } from '../../engine/redact/secret';
import type {
  AnswerText,
  Badge,
  ContextChip,
  Notice,
  Step,
  Turn,
  TurnStatus,
} from '../../protocol/assistant';
import { most, type StoredTurn } from './conversation';
import { list, members, oneOf, orNull, text, whole } from './stored-fields';
import { storedCitation, storedReport } from './stored-report';

const settled = ['done', 'stopped', 'cut', 'failed'] as const;
const statuses: readonly TurnStatus[] = [...settled, 'waiting', 'investigating', 'answering'];
const chipKinds: readonly ContextChip['kind'][] = [
  ...(['evidence', 'incident', 'selection', 'comparison', 'metrics', 'source'] as const),
];
const actions: readonly NonNullable<Notice['action']>['id'][] = [
  ...(['key', 'model', 'settings', 'retry', 'resume'] as const),
];
const short = (value: unknown): string => text(value, most.textChars);
const long = (value: unknown): string => text(value, most.answerChars);

/** A turn as it was stored; throws where it is none. What was under way when it was stored was cut, and can be gone on with. */
export function storedTurn(value: unknown): StoredTurn {
  const turn = members(value);
  return {
    id: text(turn.id, most.idChars),
    question: text(turn.question, most.questionChars),
    context: list(turn.context, most.entries, storedChip),
    status: statusOf(turn.status),
    steps: list(turn.steps, most.steps, storedStep),
    answer: storedAnswer(turn.answer),
    report: orNull(turn.report, storedReport),
    badge: storedBadge(turn.badge),
    usage: short(turn.usage),
    notices: list(turn.notices, most.entries, storedNotice),
    said: long(turn.said),
    hidden: orNull(turn.hidden, (hidden) => list(hidden, most.entries, storedHidden)),
  };
}

function statusOf(value: unknown): Turn['status'] {
  const status = oneOf(value, statuses);
  return settled.find((one) => one === status) ?? 'cut';
}

function storedChip(value: unknown): ContextChip {
  const { id, kind, title, detail, tokens } = members(value);
  return {
    id: short(id),
    kind: oneOf(kind, chipKinds),
    title: short(title),
    detail: short(detail),
    tokens: orNull(tokens, whole),
  };
}

function storedStep(value: unknown): Step {
  const { id, state, title, detail } = members(value);
  const seen = oneOf(state, ['running', 'done', 'failed']);
  return {
    id: short(id),
    state: seen === 'running' ? 'failed' : seen,
    title: short(title),
    detail: text(detail, most.detailChars),
  };
}

function storedAnswer(value: unknown): AnswerText {
  const { checked, rest, citations, struck } = members(value);
  return {
    checked: long(checked),
    rest: long(rest),
    citations: list(citations, most.entries, storedCitation),
    struck: whole(struck),
  };
}

function storedBadge(value: unknown): Badge {
  const { kind, text: words } = members(value);
  return { kind: oneOf(kind, ['local', 'sent', 'rules']), text: short(words) };
}

function storedHidden(value: unknown): HiddenValue {
  const { kind, value: hidden } = members(value);
  return { kind: text(kind, most.idChars), value: short(hidden) };
}

function storedNotice(value: unknown): Notice {
  const { kind, text: words, action } = members(value);
  return {
    kind: oneOf(kind, ['information', 'warning', 'error']),
    text: short(words),
    action: orNull(action, (given) => {
      const { id, title } = members(given);
      return { id: oneOf(id, actions), title: short(title) };
    }),
  };
}
