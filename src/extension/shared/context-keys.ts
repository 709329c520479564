import * as vscode from 'vscode';
import { activeUri } from './active-uri';
import type { Analyses } from './analyses';
import { isLog } from './log-documents';
import { isScoped } from './scope';

/**
 * Keys for `when` clauses of the manifest:
 *
 * | key                       | true when |
 * |---------------------------|-----------|
 * | oddline.activeIsLog       | the active tab is a log, also where VS Code shows its "very large" page instead of an editor |
 * | oddline.activeHasResults  | the active tab's log was analysed |
 * | oddline.activeHasFindings | … and has findings to go to |
 * | oddline.hasResults        | any log was analysed and is still known (what the trees show) |
 * | oddline.hasIncidents      | the trees' log has incidents |
 * | oddline.showsStrangest    | the trees' log shows its strangest lines instead of its findings |
 * | oddline.scoped            | the trees' log was analysed for a time range only, or against a baseline |
 * | oddline.hasComparison     | a log was compared with good ones (set by the slice `comparing`) |
 * | oddline.activeIsCompared  | … and is the active tab's |
 * | oddline.activeIsFiltered  | the active tab's log is shown without some of its lines (set by the slice `less-to-read`) |
 * | oddline.activeIsFolded    | … and the noise dial folds runs of it |
 * | oddline.activeIsHighlighted | words or templates of the active tab's log are highlighted (set by the slice `highlights`) |
 * | oddline.hasBookmarks      | the log the Bookmarks view shows has bookmarks (set by the slice `bookmarks`) |
 * | oddline.activeIsGivenUp   | VS Code has no text of the active tab, because of its size (set by the slice `big-log`) |
 * | oddline.activeIsFollowed  | the active tab's log is followed in VS Code's own editor (set by the slice `following`) |
 * | oddline.running           | an analysis runs, of whichever log |
 * | oddline.activeIsRemote    | the active tab is a log that was fetched from a source (set by the slice `source-links`) |
 * | oddline.hasSources        | a log source is set up on this machine (set by the slice `sources`) |
 * | oddline.triaging          | a log is gone through by single keys (set by the slice `labelling`) |
 * | oddline.hasLabels         | something is said of the trees' log (set by the slice `labelling`) |
 * | oddline.templateGrouping | what the Templates view lists is grouped by meaning: none, running or grouped (set by the slice `templates-tree`) |
 * | oddline.activeHasMetrics  | figures of the system stand beside the active tab's log (set by the slice `metrics`) |
 *
 * Commands of these slices and what they take (all arguments may be left out: the active log then). Always in the palette are those that
 * begin something where no log is in front (they ask for one, or for a file) or change a setting.
 *
 * | command                  | argument | shown when |
 * |--------------------------|----------|------------|
 * | oddline.detectAnomalies  | Uri; resolves with the AnalysedLog, undefined when cancelled or failed | always in the palette; editor title: oddline.activeIsLog |
 * | oddline.runAgain         | Uri; with the time range and baselines of the last run. What "stale" offers | oddline.hasResults |
 * | oddline.analyseWholeLog  | Uri; again, without time range and baselines | oddline.scoped |
 * | oddline.cancelAnalysis   |          | oddline.running |
 * | oddline.analyseTimeRange | Uri      | oddline.activeIsLog |
 * | oddline.useBaseline      | Uri      | oddline.activeIsLog |
 * | oddline.learnBaseline    | Uri; resolves with the LearnedBaseline, undefined when given up or failed | oddline.activeIsLog or oddline.hasResults |
 * | oddline.compareWithGoodLog | Uri; resolves with the ComparedLog, undefined when given up or failed | oddline.activeIsLog or oddline.hasResults; not for a merge |
 * | oddline.compareAgain, clearComparison | Uri | oddline.hasComparison |
 * | oddline.nextDifference, previousDifference | | oddline.hasComparison |
 * | oddline.showStrangest    | Uri      | oddline.hasResults |
 * | oddline.showFindings     | Uri; back from the strangest lines | oddline.showsStrangest |
 * | oddline.nextAnomaly      |          | oddline.hasResults (key: editorTextFocus && oddline.activeHasFindings) |
 * | oddline.previousAnomaly  |          | the same |
 * | oddline.clearResults     | Uri      | oddline.hasResults |
 * | oddline.openIncident     | IncidentArgument (incident-argument.ts), else asks which | oddline.hasIncidents |
 * | oddline.saveIncident, askAboutIncident | IncidentArgument, else what the page shows, else asks which | oddline.hasIncidents |
 * | oddline.openDashboard    | Uri      | oddline.activeIsLog or oddline.hasResults |
 * | oddline.exportDataset    | Uri      | oddline.activeIsLog or oddline.hasResults |
 * | oddline.generateDataset  |          | always |
 * | oddline.validateDataset  | Uri of a file or folder, Uri[] (of the explorer), else asks for files; resolves with the DatasetReport, undefined when given up or failed | always |
 * | oddline.evaluateModel    | Uri of a folder or a file, else asks for a folder; resolves with the EvaluatedModel, undefined when given up or failed | always |
 * | oddline.openAssistant    | Uri, or AssistantArgument (assistant/assistant-argument.ts): the log, and what of it is asked about | oddline.activeIsLog or oddline.hasResults |
 * | oddline.askAboutSelection | LineArgument, else what is selected, else the caret's line | oddline.activeIsLog |
 * | oddline.askAboutComparison | Uri     | oddline.hasComparison |
 * | oddline.chooseModel, changeModelKey | | always |
 * | oddline.showOnly, showFiltered | ShowOnlyArgument (less-to-read/show-only.ts), Uri | never in the palette: for the dashboard |
 * | oddline.nextIncident, previousIncident | | oddline.hasIncidents |
 * | oddline.copyIncident     | IncidentArgument, else what the page shows | the page is in front |
 * | oddline.showPrivacyPolicy |         | always; settings of privacy link to it |
 * | oddline.chooseSensitivity |         | always |
 * | oddline.copyMcpConfiguration |      | always |
 * | oddline.markAnomalous, markNormal | IncidentArgument, FindingArgument, TemplateArgument, LineArgument or a row of a tree, each also with `scope`, `category`, `note`, which are not asked then (labelling/choose-label.ts); else what is selected, else the caret's line | oddline.activeIsLog or oddline.activeHasResults |
 * | oddline.removeLabel      | LabelRowArgument (labelling/removing.ts), TemplateArgument, or Uri: asks which | oddline.hasLabels |
 * | oddline.undoLastLabel, redoLastLabel | | oddline.hasResults |
 * | oddline.triage, nextToLabel | | oddline.activeIsLog or oddline.hasResults |
 * | oddline.triage.anomalous, anomalousLine, normal, normalLine, category, next, back, undo, end | | oddline.triaging |
 * | oddline.settleLabels     | a row of the Labels view, else one conflict after the other | oddline.hasLabels |
 * | oddline.importLabels     | Uri of the file, else asks | oddline.hasResults |
 * | oddline.refitDetectors, forgetWeights | | oddline.hasLabels; oddline.hasResults |
 * | oddline.correctTemplate  | TemplateArgument (template-argument.ts), else the template of the caret's line; asks which of the next five | oddline.hasResults |
 * | oddline.nameTemplate, mergeTemplates, splitTemplate, treatAsWord, treatAsVariable | the same | the same |
 * | oddline.undoLastCorrection, showCorrections | Uri | oddline.hasResults |
 * | oddline.followLog        | Uri; again: back to the end | oddline.activeIsLog |
 * | oddline.stopFollowing    |          | oddline.activeIsFollowed |
 * | oddline.followLink       | LinkArgument (links/log-links.ts): the text of a link and the log it stands in; else a link of the caret's line | in a log |
 * | oddline.goToStatement    | LineArgument, TemplateArgument or a row of Templates, else the caret's line | oddline.activeIsLog, in a workspace |
 * | oddline.linesOfStatement | StatementArgument (log-code/statement-argument.ts), else the statement at the caret | oddline.hasResults, in a source |
 * | oddline.toggleAnsiColours |         | oddline.activeIsLog |
 * | oddline.openWithoutAnsi, showAsColumns, chooseColumns | Uri | oddline.activeIsLog |
 * | oddline.copyAsMarkdown, copyPermalink | | oddline.activeIsLog; what is selected, else the caret's line |
 * | oddline.addSource        | resolves with the LogSource, undefined when given up | always |
 * | oddline.changeSource, removeSource, testSource, openSource | SourceRow of the tree, else asks which | oddline.hasSources |
 * | oddline.openLokiQuery, openElasticQuery | `{ name, query }` of a source, both may be left out; resolve with the log's Uri | always |
 * | oddline.addMetrics       | Uri, or `{ name }` of a Prometheus source; resolves with the MetricsOrigin, undefined when given up | oddline.activeIsLog or oddline.hasResults |
 * | oddline.removeMetrics    | Uri; asks which | oddline.activeHasMetrics |
 * | oddline.pickUnit, pickContainer, pickPod | pickUnit: `{ name }` of a journal source; resolve with the log's Uri | always |
 * | oddline.runLogqlFile     | Uri, else the file in front; name of a source, where the file names none | a .logql file is in front |
 * | oddline.saveQuery        | resolves with the file, undefined when given up | oddline.activeIsRemote |
 * | oddline.saveCase        | resolves with the file | oddline.activeIsLog, oddline.hasResults or oddline.hasBookmarks |
 * | oddline.openCase         | Uri of the file; resolves with the logs opened | always |
 * | oddline.pinFinding       | FindingArgument, else the finding at the caret | oddline.activeHasFindings |
 * | oddline.copyTimeline, newIssue | Uri | oddline.hasBookmarks |
 * | oddline.openBigLog       | Uri, else asks for a file | always; where VS Code gives up also in the title bar |
 * | oddline.openRotatedSet   | Uri, else asks for a file | always |
 * | oddline.openInTextEditor | Uri | the big-log editor is in front |
 * | oddline.bigLog.find, findNext, findPrevious, filter, goToLine, goToTime, toggleDetails, toggleWrap, follow, selectAll, copy, copyAsMarkdown | | the same: the view in front does it |
 * | oddline.toggleGaps, longestGaps | Uri | oddline.activeIsLog or oddline.hasResults |
 * | oddline.showTimesIn      |          | always |
 * | oddline.mergeLogs        | Uri, Uri[] (of the explorer); resolves with the merge's Uri, undefined when given up | always |
 * | oddline.setClockOffset, exportMergedLog | | a merge is in front |
 * | oddline.showOutput       |          | always |
 * | oddline.whatWasUnderstood | Uri, or a row of a tree | oddline.activeIsLog or oddline.hasResults |
 * | oddline.thisIsTheTimeStamp, …TheLevel, …TheId, …TheRecordStart | what is selected in the active editor; resolves with the AnalysedLog read so, undefined where nothing was learned | editorHasSelection, in a log; in the big-log editor |
 * | oddline.forgetShown      | ForgetArgument (understanding/forgetting.ts), else asks | as What Was Understood |
 * | oddline.chooseNoise, filterLog, useSavedFilter | Uri | oddline.activeIsLog or oddline.activeHasResults |
 * | oddline.hideLinesLikeThis, showOnlyLinesLikeThis, highlightLinesLikeThis | LineArgument (finding-argument.ts), TemplateArgument, FindingArgument or a row of a tree, else the caret's line | the same |
 * | oddline.clearFilter, showFilteredView, saveFilter | Uri | oddline.activeIsFiltered |
 * | oddline.unfoldRun, unfoldTemplate | LineArgument, else the caret's line | oddline.activeIsFolded |
 * | oddline.goToShownLine    |          | the filtered view is in front |
 * | oddline.highlightWord    | WordArgument (highlights/commands.ts), else what is selected or the word at the caret | oddline.activeIsLog or oddline.activeHasResults |
 * | oddline.clearHighlights  | Uri      | oddline.activeIsHighlighted |
 * | oddline.findSimilarLines | TemplateArgument (template-argument.ts) or a row of Templates, LineArgument, else asks, offering the caret's line | oddline.hasResults |
 * | oddline.groupByMeaning, findNewInMeaning | Uri | oddline.hasResults |
 * | oddline.cancelGroupingByMeaning, ungroupTemplates | | oddline.templateGrouping == running; grouped |
 * | oddline.setUpSemanticSearch | | always |
 * | oddline.toggleBookmark, editNote | LineArgument, else the caret's line | oddline.activeIsLog or oddline.activeHasResults |
 * | oddline.nextBookmark, previousBookmark | | oddline.hasBookmarks |
 * | oddline.revealFinding    | FindingArgument (finding-argument.ts) | never in the palette: for trees, hovers, the demo |
 * | oddline.revealLine       | LineArgument (finding-argument.ts)    | never in the palette |
 */
const keys = {
  activeIsLog: 'oddline.activeIsLog',
  activeHasResults: 'oddline.activeHasResults',
  activeHasFindings: 'oddline.activeHasFindings',
  hasResults: 'oddline.hasResults',
  hasIncidents: 'oddline.hasIncidents',
  showsStrangest: 'oddline.showsStrangest',
  scoped: 'oddline.scoped',
  running: 'oddline.running',
} as const;

export function registerContextKeys(context: vscode.ExtensionContext, analyses: Analyses): void {
  const told = new Map<string, boolean>();
  const tell = (key: string, value: boolean) => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    const uri = activeUri();
    const log = uri && analyses.get(uri);
    tell(keys.activeIsLog, uri !== undefined && isLog(uri));
    tell(keys.activeHasResults, log !== undefined);
    tell(keys.activeHasFindings, (log?.findings.length ?? 0) > 0);
    tell(keys.hasResults, analyses.all().length > 0);
    tell(keys.hasIncidents, (analyses.current()?.incidents.length ?? 0) > 0);
    tell(keys.showsStrangest, analyses.current()?.showsStrangest === true);
    tell(keys.scoped, isCurrentScoped(analyses));
    tell(keys.running, analyses.running().length > 0);
  };
  context.subscriptions.push(
    analyses.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.window.tabGroups.onDidChangeTabGroups(update),
    vscode.workspace.onDidOpenTextDocument(update),
  );
  update();
}

function isCurrentScoped(analyses: Analyses): boolean {
  const log = analyses.current();
  return log !== undefined && isScoped(log.scope);
}
