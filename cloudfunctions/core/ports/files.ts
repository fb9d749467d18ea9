/** Cloud storage. Paths and names say nothing about a person (rule H2). */
export interface Files {
  /** What a phone has uploaded; undefined where nothing has arrived, or where `fileId` is not at that path. */
  uploaded(fileId: string, path: string | RegExp): Promise<Uint8Array | undefined>;
  /** Keeps bytes encrypted. @returns the file's id */
  keep(folder: 'portraits' | 'reviews', bytes: Uint8Array): Promise<string>;
  /** @throws where it is gone or was changed */
  open(fileId: string): Promise<Uint8Array>;
  /** Deletes, also what is not there any more. */
  remove(fileIds: readonly string[]): Promise<void>;
}
