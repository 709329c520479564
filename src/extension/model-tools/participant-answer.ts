import * as vscode from 'vscode';
import type { InvestigationEvent } from '../../node/assistant/investigation';
import type { AnswerCitation, RootCauseReport } from '../../protocol/answer';
import type { AnalysedLog } from '../shared/analyses';
import { localise } from '../shared/localise';
import { answerMarkdown, shownAsIs } from './answer-markdown';

type Assistant = typeof import('../../node/assistant/assistant');

const revealLine = 'oddline.revealLine';
/** Beside an answer VS Code lists what it refers to: more are no help. */
const mostReferences = 20;

/** Tells VS Code's chat what an investigation tells. What cannot be checked yet is not shown: nothing of a chat can be taken back. */
export class ParticipantAnswer {
  /** All that was shown. */
  said = '';
  private shown = '';
  private readonly referred = new Set<string>();

  constructor(
    private readonly stream: vscode.ChatResponseStream,
    private readonly log: AnalysedLog,
    private readonly node: Pick<Assistant, 'inertMarkdown' | 'reportMarkdown'>,
  ) {}

  tell(event: InvestigationEvent): void {
    if (event.kind === 'step' && event.state === 'running')
      this.stream.progress(vscode.l10n.t('Reading the log: {0}', event.tool));
    else if (event.kind === 'aside') this.beginAnew();
    else if (event.kind === 'checked') this.tellChecked(event.text, event.citations);
    else if (event.kind === 'report') this.tellReport(event.report);
    else if (event.kind === 'notice')
      this.markdown(`\n\n> ${this.node.inertMarkdown(localise(event.sentence))}\n\n`);
    else if (event.kind === 'end' && event.reason === 'cut')
      this.markdown(
        `\n\n> ${vscode.l10n.t('The answer ends here because the model was cut off. Ask again to go on.')}\n`,
      );
  }

  private beginAnew(): void {
    if (this.shown !== '') this.markdown('\n\n');
    this.shown = '';
  }

  /** It always begins as what was checked before. */
  private tellChecked(text: string, citations: readonly AnswerCitation[]): void {
    const added = text.slice(this.shown.length);
    this.shown = text;
    if (added === '') return;
    this.markdown(answerMarkdown(added, citations, { linkOf: this.linkOf, inert: this.node.inertMarkdown }));
    for (const citation of citations) this.refer(citation);
  }

  private tellReport(report: RootCauseReport): void {
    this.markdown(this.node.reportMarkdown(report, localise));
    const evidence = [...report.causes, ...report.findings].flatMap((one) => one.evidence);
    const links = evidence.flatMap(({ citation }) => {
      this.refer(citation);
      const link = this.linkOf(citation);
      return link === undefined ? [] : [`[${shownAsIs(citation.label)}](${link})`];
    });
    if (links.length > 0) this.markdown(`\n\n${vscode.l10n.t('Lines')}: ${[...new Set(links)].join(', ')}\n`);
  }

  private readonly linkOf = ({ document, isTrue, firstLine }: AnswerCitation): string | undefined => {
    if (!isTrue || document !== '') return undefined;
    const place = { uri: this.log.uri.toString(), line: this.lineNow(firstLine) };
    return `command:${revealLine}?${encodeURIComponent(JSON.stringify(place))}`;
  };

  private refer({ document, isTrue, firstLine, lastLine, label }: AnswerCitation): void {
    const { uri } = this.log;
    if (!isTrue || document !== '' || uri.scheme !== 'file' || this.referred.has(label)) return;
    if (this.referred.size >= mostReferences) return;
    this.referred.add(label);
    const first = this.lineNow(firstLine) - 1;
    const range = new vscode.Range(first, 0, first + lastLine - firstLine, 0);
    this.stream.reference(new vscode.Location(uri, range));
  }

  private lineNow(line: number): number {
    return this.log.lineNow(line) ?? line;
  }

  /** Only our own links lead anywhere: what the model wrote is inert before. */
  private markdown(text: string): void {
    this.said += text;
    const markdown = new vscode.MarkdownString(text);
    markdown.isTrusted = { enabledCommands: [revealLine] };
    this.stream.markdown(markdown);
  }
}
