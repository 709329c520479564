import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from './analyses';

/** What a command on results is about: the log of the uri it was given, else the one the trees show. */
export function knownLog(analyses: Analyses, argument: unknown): AnalysedLog | undefined {
  const named = argument instanceof vscode.Uri ? analyses.get(argument) : undefined;
  return named ?? analyses.current();
}
