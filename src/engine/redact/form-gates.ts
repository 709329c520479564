import { factValues, LineFacts } from './line-facts';
import { NeedleAutomaton } from './needle-automaton';
import type { SecretForm } from './secret';

/** Forms as bits, by their place among all: 32 a word. */
type Forms = Int32Array;

const none: SecretForm[] = [];

/** Tells which of a list of forms a line may hold, by one look at each of its characters. */
export class FormGates {
  private readonly facts: LineFacts;
  private readonly words: number;
  /** Of forms that need no needle; of those that need none besides. */
  private readonly free: Forms;
  private readonly freeBesides: Forms;
  /** By ending of the automaton: forms whose needle it is, then those that it is besides. */
  private readonly held: readonly Forms[];
  private readonly heldBesides: readonly Forms[];
  /** By facts found, made when they are first met. */
  private readonly allowed: (Forms | undefined)[] = new Array(factValues);
  private readonly needled: Forms;
  private readonly besides: Forms;

  constructor(private readonly forms: readonly SecretForm[]) {
    this.words = Math.ceil(forms.length / 32);
    const needles = [...new Set(forms.flatMap((form) => [...(form.needles ?? []), ...(form.besides ?? [])]))];
    const automaton = automatonOf(needles);
    this.facts = new LineFacts(automaton);
    this.free = this.bits(({ needles }) => needles === undefined);
    this.freeBesides = this.bits(({ besides }) => besides === undefined);
    const formsOf = (needle: string, list: 'needles' | 'besides') =>
      this.bits((form) => form[list]?.includes(needle) ?? false);
    const heldBy = (list: 'needles' | 'besides') => {
      const byNeedle = needles.map((needle) => formsOf(needle, list));
      return automaton.endings.map((ends) => together(ends.map((place) => byNeedle[place])));
    };
    this.held = heldBy('needles');
    this.heldBesides = heldBy('besides');
    this.needled = this.bits(() => false);
    this.besides = this.bits(() => false);
  }

  /** In their order. */
  openTo(line: string): readonly SecretForm[] {
    this.facts.look(line);
    this.gather();
    const allowed = this.allowedBy(this.facts.found);
    let open = none;
    for (let word = 0; word < this.words; word++) {
      let bits = this.needled[word] & this.besides[word] & allowed[word];
      if (bits !== 0 && open === none) open = [];
      for (; bits !== 0; bits &= bits - 1)
        open.push(this.forms[(word << 5) | (31 - Math.clz32(bits & -bits))]);
    }
    return open;
  }

  private gather(): void {
    const { facts, words, needled, besides } = this;
    for (let word = 0; word < words; word++) {
      needled[word] = this.free[word];
      besides[word] = facts.isOdd ? -1 : this.freeBesides[word];
    }
    for (let at = 0; at < facts.ended; at++) {
      const held = this.held[facts.endings[at]];
      const heldBesides = this.heldBesides[facts.endings[at]];
      for (let word = 0; word < words; word++) {
        needled[word] |= held[word];
        besides[word] |= heldBesides[word];
      }
    }
  }

  private allowedBy(found: number): Forms {
    this.allowed[found] ??= this.bits(
      ({ facts, needs = 0 }) => (facts === undefined || (facts & found) !== 0) && (needs & found) === needs,
    );
    return this.allowed[found];
  }

  private bits(isIn: (form: SecretForm) => boolean): Forms {
    const bits = new Int32Array(this.words);
    for (const [place, form] of this.forms.entries()) if (isIn(form)) bits[place >> 5] |= 1 << (place & 31);
    return bits;
  }
}

function together([first, ...others]: readonly Forms[]): Forms {
  return others.reduce((all, forms) => all.map((word, at) => word | forms[at]), first);
}

/** The same needles come with every redactor. */
const automata = new Map<string, NeedleAutomaton>();

function automatonOf(needles: readonly string[]): NeedleAutomaton {
  const key = needles.join('\0');
  const known = automata.get(key) ?? new NeedleAutomaton(needles);
  automata.set(key, known);
  return known;
}
