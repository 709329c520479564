import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sentence } from '../../engine/model/finding';
import { replaceFile } from '../store/replace-file';
import { boundedConversation, most, type StoredConversation } from './conversation';
import { type ReadConversation, readConversation, writtenConversation } from './read-conversation';

export interface ListedConversation {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly changed: string;
  readonly turns: number;
}

/** Kept of one log; where there are more, those changed longest ago go. */
const mostConversations = 30;
const isId = (id: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(id);

/**
 * Conversations of one log: a JSON file each, in a folder named by the hash of the log's uri below `folder`, the workspace's
 * storage. Files come and go by themselves: what is missing is none, what is damaged gives a sentence and the rest is given.
 */
export class ConversationStore {
  private readonly folder: string;

  constructor(folder: string, uri: string) {
    const key = createHash('sha256').update(uri).digest('hex').slice(0, 32);
    this.folder = join(folder, 'conversations', key);
  }

  /** The one changed last first. */
  async list(): Promise<{
    readonly conversations: readonly ListedConversation[];
    readonly problems: readonly Sentence[];
  }> {
    const conversations: ListedConversation[] = [];
    const problems: Sentence[] = [];
    for (const id of await this.ids()) {
      const found = await this.read(id);
      problems.push(...found.problems);
      if (found.conversation === null) continue;
      const { title, changed, turns } = found.conversation;
      conversations.push({ id, title, changed, turns: turns.length });
    }
    const newestFirst = conversations.sort((a, b) => compare(b.changed, a.changed) || compare(a.id, b.id));
    return { conversations: newestFirst, problems };
  }

  /** Of one that is not there nothing, and no problem. */
  async read(id: string): Promise<ReadConversation> {
    if (!isId(id)) return nothing;
    const path = this.pathOf(id);
    const size = await sizeOf(path);
    if (size === undefined) return nothing;
    if (size > most.fileBytes) return readConversation(path, '');
    const { conversation, problems } = readConversation(path, await readFile(path, 'utf8'));
    return { conversation: conversation && { ...conversation, id }, problems };
  }

  /** Replaces its file in one step. Throws RangeError for an id that is no file name, and what the file system throws. */
  async write(conversation: StoredConversation): Promise<void> {
    if (!isId(conversation.id)) throw new RangeError(`${conversation.id} is no id of a conversation`);
    const written = writtenConversation(boundedConversation(conversation));
    await replaceFile(this.pathOf(conversation.id), written, { isPrivate: true });
    await this.forgetOldest();
  }

  async delete(id: string): Promise<void> {
    if (isId(id)) await rm(this.pathOf(id), { force: true });
  }

  private async forgetOldest(): Promise<void> {
    if ((await this.ids()).length <= mostConversations) return;
    const { conversations } = await this.list();
    for (const { id } of conversations.slice(mostConversations)) await this.delete(id);
  }

  private async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return ids.filter(isId).sort();
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}

const nothing: ReadConversation = { conversation: null, problems: [] };

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
