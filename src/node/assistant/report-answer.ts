import { checkedReport, reportLines } from '../../engine/root-cause-report/checked-report';
import { type ReadReport, readReport } from '../../engine/root-cause-report/read-report';
import { sentenceText } from '../../protocol/sentence';
import type { ChatMessage } from '../llm/chat-model';
import { Breather } from './breather';
import type { Exchange, Listener } from './exchange';
import { Joint } from './joint';
import { lettingOthersIn } from './let-others-in';
import { isModelError } from './model-failure';
import type { Reply } from './reply';
import { noReport } from './sentences';
import { type AnswerSurroundings, toldAnswer } from './text-answer';
import { toldReport } from './told-report';

interface ReportSurroundings extends AnswerSurroundings {
  readonly exchange: Pick<Exchange, 'insist'>;
}

/** An answer that is to be a report: it is told once it is whole and was held against the log, or as text where it is none. */
export class ReportAnswer implements Listener {
  /** As the model wrote it, behind what there was of it. */
  private written: string;
  private joint: Joint;

  constructor(
    private readonly around: ReportSurroundings,
    private readonly resumed: string,
  ) {
    this.written = resumed;
    this.joint = new Joint(resumed);
  }

  get hasBegun(): boolean {
    return this.written.trim() !== '';
  }

  add(piece: string): void {
    this.written += this.joint.push(piece);
  }

  endRound(): void {
    this.written += this.joint.end();
  }

  async takeBack(): Promise<void> {
    this.written = this.resumed;
    this.joint = new Joint(this.resumed);
  }

  /** A model that stopped by itself without a report is asked once more, by the schema, where its server knows how. */
  async finish(ending: Reply['reason'] | 'cut'): Promise<void> {
    const first = this.written;
    if (ending === 'cut') return this.tellText(first);
    let read = this.read(first);
    if ('problem' in read && ending === 'stop') read = await this.secondTry(first, read);
    if ('report' in read) return this.tellReport(read.report);
    await this.tellText(first);
    this.around.say({ kind: 'notice', severity: 'warning', sentence: noReport });
  }

  private read(text: string): ReadReport {
    const { shield } = this.around.parts;
    return readReport(text, shield === null ? undefined : (hidden) => shield.restore(hidden));
  }

  private async secondTry(
    first: string,
    { problem }: Extract<ReadReport, { problem: unknown }>,
  ): Promise<ReadReport> {
    this.written = '';
    this.joint = new Joint('');
    // What it went on behind stands in it as it was shown.
    const { shield } = this.around.parts;
    const said = shield === null ? first : await shield.redactTold(first, this.around.signal);
    const more: ChatMessage[] = [
      { role: 'assistant', content: said, toolCalls: [] },
      { role: 'user', content: `${sentenceText(problem)} Answer again with the JSON object alone.` },
    ];
    try {
      await this.around.exchange.insist(more, this);
    } catch (error) {
      if (isModelError(error)) return { problem };
      throw error;
    }
    this.endRound();
    return this.read(this.written);
  }

  private async tellReport(given: Extract<ReadReport, { report: unknown }>['report']): Promise<void> {
    const { check, parts, say, signal } = this.around;
    await check.learn(reportLines(given), signal);
    const breather = new Breather(parts.now);
    const report = await lettingOthersIn(checkedReport(given, check.recordOf), breather, signal);
    say({ kind: 'report', report: toldReport(report, parts.tell) });
  }

  private async tellText(text: string): Promise<void> {
    const told = toldAnswer(this.around, this.resumed);
    told.add(text.slice(this.resumed.length));
    told.endRound();
    await told.finish();
  }
}
