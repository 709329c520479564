import type { Sentence } from '../../engine/model/finding';
import { AnswerCheck } from './answer-check';
import { EventQueue } from './event-queue';
import { Exchange } from './exchange';
import type { Inquiry, InvestigationEvent, InvestigationParts } from './investigation';
import { isModelError } from './model-failure';
import type { Reply } from './reply';
import { ReportAnswer } from './report-answer';
import { filteredAnswer, tooLongAnswer } from './sentences';
import { TextAnswer } from './text-answer';

/**
 * Asks the model, lets it use the read-only tools, and tells what comes as it comes; the last event is `end`. Ending the iteration
 * ends the exchange, too. Throws ModelError where no answer came of it, and the signal's reason.
 */
export async function* investigate(
  inquiry: Inquiry,
  parts: InvestigationParts,
  signal: AbortSignal,
): AsyncGenerator<InvestigationEvent, void> {
  const events = new EventQueue<InvestigationEvent>();
  const stop = new AbortController();
  const say = (event: InvestigationEvent) => events.push(event);
  const done = investigated(inquiry, parts, say, AbortSignal.any([signal, stop.signal])).then(
    () => events.close(),
    (error: unknown) => events.fail(error),
  );
  try {
    yield* events;
  } finally {
    stop.abort();
    await done;
  }
}

async function investigated(
  inquiry: Inquiry,
  parts: InvestigationParts,
  say: (event: InvestigationEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const startedAt = parts.now();
  const documents = [...parts.documents];
  const check = new AnswerCheck(parts.log, () => documents);
  const exchange = new Exchange(inquiry, parts, { documents, say, signal });
  const around = { check, parts, exchange, say, signal };
  const answer =
    inquiry.command === 'rootcause'
      ? new ReportAnswer(around, inquiry.resume ?? '')
      : new TextAnswer(around, inquiry.resume ?? '');
  const reason = await outcome(exchange, answer, say);
  say({ kind: 'end', reason, seconds: parts.now() - startedAt });
}

type Reason = Extract<InvestigationEvent, { kind: 'end' }>['reason'];

async function outcome(
  exchange: Exchange,
  answer: TextAnswer | ReportAnswer,
  say: (event: InvestigationEvent) => void,
): Promise<Reason> {
  const warn = (sentence: Sentence) => say({ kind: 'notice', severity: 'warning', sentence });
  let reply: Reply;
  try {
    reply = await exchange.converse(answer);
  } catch (error) {
    if (!isModelError(error) || error.code !== 'cut' || !answer.hasBegun) throw error;
    answer.endRound();
    await answer.finish('cut');
    warn(error.sentence);
    return 'cut';
  }
  await answer.finish(reply.reason);
  if (reply.reason === 'length') warn(tooLongAnswer);
  if (reply.reason === 'filtered') warn(filteredAnswer);
  return reply.reason === 'length' || reply.reason === 'filtered' ? reply.reason : 'done';
}
