import type { LineNumber } from '../engine/model/units';
import type { AnswerCitation, RootCauseReport } from './answer';

/**
 * The conversation between the assistant's page and the extension host. A hidden page loses messages and state: it asks `ready`
 * when it comes back, and all it shows is in the answer. All words but the page's own are in the reader's language already.
 */
export interface AssistantState {
  /** What the page keeps, so that VS Code can open it again after a restart. */
  readonly uri: string;
  readonly name: string;
  /** English → the reader's language, for all the page says; empty in English. */
  readonly texts: Readonly<Record<string, string>>;
  readonly model: ModelState;
  /** This log's, the one changed last first. */
  readonly conversations: readonly ConversationTitle[];
  /** Which of them is shown; one that was not begun yet is not among them. */
  readonly conversation: string;
  readonly turns: readonly Turn[];
  /** What goes along with the next question. */
  readonly chips: readonly ContextChip[];
  /** What can go along and does not: offered by the button that adds context. */
  readonly addable: readonly ContextChip[];
  readonly suggestions: readonly Suggestion[];
  readonly commands: readonly SlashCommandHelp[];
  /** What is in the way of asking, with its cure (not analysed yet, the log has gone); null where nothing is. */
  readonly problem: string | null;
  /** What stands in the field when the page is opened for a question; empty else. */
  readonly draft: string;
}

export type ModelState =
  /** Nothing is chosen yet: the three doors. */
  | { readonly kind: 'none'; readonly doors: readonly Door[] }
  | {
      readonly kind: 'chosen';
      readonly name: string;
      readonly badge: Badge;
      /** Where it is this machine's own server: the machine that `localhost` means, as a remote window has another. */
      readonly localhost: string | null;
      readonly privacy: PrivacyState;
    };

export interface Door {
  readonly kind: 'local' | 'vscode' | 'endpoint';
  readonly title: string;
  readonly detail: string;
}

/** `local` stays on this machine; `sent` goes to a host; `rules`: no model was asked. */
export interface Badge {
  readonly kind: 'local' | 'sent' | 'rules';
  readonly text: string;
}

export interface PrivacyState {
  readonly redacts: boolean;
  /** `oddline.privacy.redact` and its exception, or an organisation's policy, which nobody here can change. */
  readonly decidedBy: 'setting' | 'policy';
  /** In two or three words. */
  readonly text: string;
  /** Who decided it, and for whom it holds. */
  readonly detail: string;
}

export interface ConversationTitle {
  readonly id: string;
  readonly title: string;
  /** In the reader's words: `today, 14:03`. */
  readonly when: string;
}

export type SlashCommand = 'summary' | 'rootcause' | 'timeline' | 'security' | 'compare' | 'next';

export interface SlashCommandHelp {
  readonly name: SlashCommand;
  readonly help: string;
  /** Where no model is chosen, rules answer it. */
  readonly needsModel: boolean;
}

export interface ContextChip {
  readonly id: string;
  readonly kind: 'evidence' | 'incident' | 'selection' | 'comparison' | 'metrics' | 'source';
  readonly title: string;
  /** Exactly what of it goes along, as `evidence pack, 96 lines, 2,900 tokens`. */
  readonly detail: string;
  readonly tokens: number | null;
}

export interface Suggestion {
  /** What is asked when it is pressed. */
  readonly question: string;
}

export type TurnStatus =
  /** Nothing came yet. */
  | 'waiting'
  /** The model uses tools. */
  | 'investigating'
  | 'answering'
  | 'done'
  /** By the reader. */
  | 'stopped'
  /** The stream broke: what came stands, and can be gone on with. */
  | 'cut'
  | 'failed';

/** One question with all that came of it. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  /** What went along. */
  readonly context: readonly ContextChip[];
  readonly status: TurnStatus;
  readonly steps: readonly Step[];
  readonly answer: AnswerText;
  readonly report: RootCauseReport | null;
  readonly badge: Badge;
  /** Of the model, in the reader's words; empty while nothing is known. */
  readonly usage: string;
  /** Why it failed or what was left out, with the cure; one a line. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly kind: 'information' | 'warning' | 'error';
  readonly text: string;
  /** What mends it. */
  readonly action: {
    readonly id: 'key' | 'model' | 'settings' | 'retry' | 'resume';
    readonly title: string;
  } | null;
}

/** Something the model did before it answered. */
export interface Step {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  /** As `Searched for "timeout": 12 lines`. */
  readonly title: string;
  /** What it got to read, restored; shown on demand. */
  readonly detail: string;
}

/** Markdown. In `checked` each citation is a mark (`answer-marks.ts`) that stands for one of `citations`, and what is struck out is between marks. */
export interface AnswerText {
  readonly checked: string;
  /** What came since, as it came: citations in it are no links yet. */
  readonly rest: string;
  readonly citations: readonly AnswerCitation[];
  readonly struck: number;
}

/** In UTF-16 units; the host refuses more, so the page says it before. */
export const longestQuestion = 100_000;

export interface Question {
  /** As it was typed, with its slash command. */
  readonly text: string;
}

/** What a question would cost, before it is sent. */
export interface QuestionEstimate {
  /** Whatever is sent at first; tools may read more. */
  readonly promptTokens: number;
  readonly mostAnswerTokens: number;
  /** As `about 0.004 USD`; empty where no price is set. */
  readonly cost: string;
}

/** Exactly what goes out, message by message. */
export interface Preview {
  readonly destination: string;
  /** How many values stand behind placeholders, by kind: `3 IP addresses`. */
  readonly redacted: readonly string[];
  /** The body of the request as JSON, indented. */
  readonly payload: string;
}

/** What the page asks of the host. */
export interface AssistantHostApi {
  ready(): AssistantState;
  ask(question: Question): void;
  stop(): void;
  retry(turn: string): void;
  /** Goes on where a stream was cut. */
  resume(turn: string): void;
  /** Takes the turn and all after it back, and asks anew. */
  edit(edited: { readonly turn: string; readonly text: string }): void;
  estimate(question: Question): QuestionEstimate;
  preview(question: Question): Preview;
  newConversation(): void;
  openConversation(id: string): void;
  /** The host asks first. */
  deleteConversation(id: string): void;
  addChip(id: string): void;
  removeChip(id: string): void;
  openDoor(kind: Door['kind']): void;
  /** What was found by rules alone, as a turn: no model is asked. */
  summarise(): void;
  chooseModel(): void;
  privacySettings(): void;
  act(acted: { readonly turn: string; readonly action: NonNullable<Notice['action']>['id'] }): void;
  /** Goes to what an index of the turn's citations, or a line of its report, names. */
  reveal(place: RevealPlace): void;
  copy(turn: string): void;
  /** The conversation as a Markdown file. */
  save(): void;
  /** The host shows the whole address and asks first. */
  openLink(address: string): void;
}

export interface RevealPlace {
  readonly document: string;
  readonly line: LineNumber;
}

/** What the host tells the page. */
export interface AssistantViewApi {
  /** All of it, after anything but a turn's own progress changed. */
  state(state: AssistantState): void;
  /** One turn anew; it takes its place, or is the last. */
  turn(turn: Turn): void;
  /** What the answer's `rest` goes on with; comes within 50 ms of its arrival. */
  text(piece: { readonly turn: string; readonly text: string }): void;
  /** The field gets the focus, with this in it where it is not empty. */
  focus(draft: string): void;
}
