import type { Sentence } from '../../model/finding';
import type { LevelName } from '../../model/level';

/** What a person showed in one line. */
export interface FormatGesture {
  readonly role: FormatCorrection['role'];
  /** The whole line, without its end. */
  readonly text: string;
  /** The selection in it, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Of role `level`: what the selected word means, where Oddline had to ask. */
  readonly level?: Exclude<LevelName, 'none'>;
}

/**
 * Where a column stands in a line, the first that holds:
 *
 * | place    | the column begins |
 * |----------|-------------------|
 * | `behind` | behind a prefix of this layout (see layout/compile.ts), from the line's start |
 * | `key`    | right behind this text, wherever it first stands: `ts=`, `"zeit":"` |
 * | `nth`    | at the nth stretch of the line (0 the first) that reads as such a value |
 */
export type Place = { readonly behind: string } | { readonly key: string } | { readonly nth: number };

export interface TimeCorrection {
  readonly role: 'time';
  readonly place: Place;
  /** A shape of time/time-shapes.ts by name, or a stamp layout (see stamp-layout.ts) such as `{day}.{month}.{year} {hour}h{minute}`. */
  readonly stamp: string;
}

export interface LevelCorrection {
  readonly role: 'level';
  readonly place: Place;
  /** The character that ends the level; empty where the line's end does. */
  readonly until: string;
  /** What the words, letters or numbers of the column mean; those not named here say nothing. */
  readonly words: Readonly<Record<string, LevelName>>;
}

/** An id of a request, session or process: a field of the record. */
export interface IdCorrection {
  readonly role: 'id';
  readonly place: Place;
  /** As of a level. */
  readonly until: string;
}

/** What a record's first line begins with, as a shape: `#{digits} `, `Order `. */
export interface RecordStartCorrection {
  readonly role: 'recordStart';
  readonly shape: string;
}

/** Learned from one selected stretch of one line; plain data, kept in `.oddline/formats.jsonl`. */
export type FormatCorrection = TimeCorrection | LevelCorrection | IdCorrection | RecordStartCorrection;

/** Why a gesture teaches nothing, and what to do. */
export interface NotLearned extends Sentence {
  /** It would with `FormatGesture.level`: ask the person which one is meant. */
  readonly asks?: 'level';
}
