import type { Turn } from '../../../src/protocol/assistant';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import type { Host } from '../host';
import type { Model } from '../model';
import type { Parts } from '../parts';
import { Announcer } from './announcer';
import { followNotes } from './note-box';
import { ScrollKeeper } from './scroll-keeper';
import { start } from './start';
import { TurnView } from './turn-view';

export interface TranscriptParts extends Parts {
  /** Shown where no model is chosen. */
  readonly doors: HTMLElement;
}

interface ShownTurn {
  readonly view: TurnView;
  turn: Turn | undefined;
  place: string;
}

/** The conversation: what was asked and what came of it. It is the part of the page that scrolls. */
export function transcript({ host, model, doors }: TranscriptParts): HTMLElement {
  const begin = start({ host, model });
  const turns = new Turns(host, model);
  const content = element('div', { class: 'transcript-content' }, turns.element, begin.element, doors);
  const scroller = element('main', { class: 'transcript' }, content);
  const keeper = new ScrollKeeper(scroller, content, () => model.state.turns.length > 0);
  scroller.append(turns.announcer.element, followNotes(scroller));
  const frame = oncePerFrame(() => {
    if (turns.reflect()) keeper.toEnd();
  });
  begin.reflect();
  turns.reflect();
  model.onChange(({ kind }) => {
    if (kind === 'focus') return;
    if (kind !== 'text') begin.reflect();
    frame();
  });
  return scroller;
}

/** The turns of the conversation that is shown, each made anew only where it changed. */
class Turns {
  /** A log of what is said; it is not read out as it comes: the announcer does that. */
  readonly element = element('div', {
    class: 'turns',
    role: 'log',
    'aria-live': 'off',
    'aria-label': tell('Conversation'),
  });
  readonly announcer = new Announcer();
  private shown = new Map<string, ShownTurn>();

  constructor(
    private readonly host: Host,
    private readonly model: Model,
  ) {}

  /** True where a turn came that was not there. */
  reflect(): boolean {
    const { turns } = this.model.state;
    const former = this.shown;
    this.shown = new Map(turns.map((turn) => [turn.id, former.get(turn.id) ?? this.made(turn)]));
    for (const [id, { view }] of former) if (!this.shown.has(id)) view.element.remove();
    this.order();
    for (const [index, turn] of turns.entries()) this.update(turn, index === turns.length - 1);
    return turns.some(({ id }) => !former.has(id));
  }

  private made(turn: Turn): ShownTurn {
    return { view: new TurnView(this.host, turn), turn: undefined, place: '' };
  }

  private order(): void {
    for (const [index, { view }] of [...this.shown.values()].entries()) {
      const present = this.element.children[index];
      if (present !== view.element) this.element.insertBefore(view.element, present ?? null);
    }
  }

  private update(turn: Turn, isLast: boolean): void {
    const shown = this.shown.get(turn.id);
    const isEditable = this.model.running === undefined;
    const place = `${isLast} ${isEditable}`;
    if (shown === undefined || (shown.turn === turn && shown.place === place)) return;
    shown.view.update(turn, { isLast, isEditable });
    shown.turn = turn;
    shown.place = place;
    this.announcer.follow(turn, () => shown.view.text);
  }
}

/** However often it is asked for: pieces of an answer come faster than they are shown. */
function oncePerFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}
