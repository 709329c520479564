import type { SlashCommand } from '../../../protocol/assistant';

/** What a slash command asks for; the reader's own words come behind it. */
const texts: Readonly<Record<SlashCommand, string>> = {
  summary: `Summarise this log for somebody who has never seen it: what system wrote it, what time it covers, what it did normally, and each trouble in it, the worst first, in a line or two with its citation. End with whether anything needs action now.`,
  rootcause: `Find the root cause of the trouble in this log. Work back from the worst symptom to what came first, and rule out what was there before. Answer with a report as a JSON object, as described below, and nothing else.`,
  timeline: `Give the timeline of the trouble as a Markdown list in order of time, at most 15 entries: time as it stands in the log, what happened, who wrote it, citation. Mark the first sign, the worst symptom and the end, where there is one. Begin with one sentence that says what it shows.`,
  security: `Look at this log for what concerns security only: failed and unusual sign-ins, guessing, escalation of rights, injections and scans, secrets written in the clear, audit records that stop. For each: what was seen, who and from where, whether it succeeded, citation. Tell attempts from successes. If there is nothing, say so.`,
  compare: `Say what is different in this log from the good logs or other documents that were attached or that compare_logs knows: what is new, what is missing, what is far more or less often, in order of what it tells about the trouble. Cite lines of both sides. If there is nothing to compare with, say so and ask for a good log.`,
  next: `Say what the reader should do next, at most six steps, the most telling first: what to check or to run (a command to be run by the reader, a log, a metric, a setting), what result would prove or rule out which cause, and the lines it follows from. Say first whether something must be done now to limit damage.`,
};

export function commandText(command: SlashCommand): string {
  return texts[command];
}
