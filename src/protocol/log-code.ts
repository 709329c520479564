import type { LevelName } from '../engine/model/level';
import type { TemplateId } from '../engine/model/units';

/** The conversation between the extension host and the thread that finds logger calls in the workspace's sources. */
export interface LogCodeApi {
  /** Of files worth naming to `scan`, without the dot. */
  sourceEndings(): readonly string[];
  /**
   * Reads of these files those that changed since, and forgets all others. Large and binary ones, those that are gone and those of
   * languages it does not know hold no statements.
   */
  scan(request: { readonly paths: readonly string[] }): ScannedCode;
  /** Of each template the statements that could have written it, the best alone unless nothing tells them apart; templates without one are left out. */
  match(request: { readonly templates: readonly TemplateToMatch[] }): readonly MatchedTemplate[];
  /** Those of a text as it stands in an editor; nothing is remembered of it. */
  statementsOf(request: { readonly path: string; readonly text: string }): readonly CodeStatement[];
}

export interface ScannedCode {
  readonly files: number;
  readonly statements: number;
}

export interface TemplateToMatch {
  readonly id: TemplateId;
  readonly pattern: string;
  readonly level: LevelName;
}

export interface MatchedTemplate {
  readonly id: TemplateId;
  readonly statements: readonly CodeStatement[];
}

export interface CodeStatement {
  readonly path: string;
  /** Of the name of the method, counted from 1, as VS Code counts lines. */
  readonly line: number;
  /** Where the call ends. */
  readonly lastLine: number;
  /** UTF-16 units before it. */
  readonly column: number;
  /** What it logs, with `…` for values: the same for statements that say the same. */
  readonly message: string;
}
