/** A model that may be downloaded, once a person has said so. */
export interface DownloadableModel {
  /** Its name at `modelHost`. */
  readonly id: string;
  /** What comes at most. */
  readonly megabytes: number;
  readonly understands: 'English' | 'English, Chinese and 48 more languages';
}

/** Whom a download asks; where large files lie on its storage it sends the request on to its own names, and nowhere else. */
export const modelHost = 'https://huggingface.co';

/** Small ones, made for sentences, under licences that let anybody use them. */
export const downloadableModels: readonly DownloadableModel[] = [
  { id: 'Xenova/all-MiniLM-L6-v2', megabytes: 25, understands: 'English' },
  {
    id: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
    megabytes: 140,
    understands: 'English, Chinese and 48 more languages',
  },
];
